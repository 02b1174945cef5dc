"""Closed word lists of the splitter; each says what the words have in common."""

REPORTING = frozenset(
    "say add tell declare announce state claim insist note explain argue stress warn write report tweet reply respond "
    "remark recall point admit acknowledge deny reiterate emphasize emphasise underline conclude comment suggest "
    "assert maintain observe quip boast counter retort joke muse confess exclaim opine complain vow pledge promise demand urge ask question call describe".split()
)
HOLDING = frozenset(
    "find believe think estimate expect predict forecast suspect fear hope conclude rule confirm indicate show suggest "
    "reveal hold agree complain guess reckon assume anticipate understand signal allege contend caution concede "
    "decide testify disclose lament recount speculate posit theorise theorize".split()
)  # what somebody holds or makes known, beside what they say
QUOTING = REPORTING | frozenset(
    "caution concede contend lament recount confirm agree predict allege testify laugh sigh shout cry shrug whisper "
    "chuckle grumble protest smile".split()
)  # a quotation is put into somebody's mouth with these too
DENYING = frozenset("deny dispute reject doubt question".split())  # the speaker says the opposite of the content
ASKING = frozenset(
    "demand urge ask call question promise vow pledge suggest recommend propose order".split()
)  # no fact
FACTIVE_MARKS = frozenset({"since", "when", "after", "because", "although", "though", "while", "as", "whereas"})
KEEP_WHOLE_MARKS = frozenset({"if", "unless", "whether", "until", "lest", "provided"})
DISCOURSE = (
    "however", "on the other hand", "for example", "for instance", "moreover", "furthermore", "in addition",
    "additionally", "meanwhile", "nevertheless", "nonetheless", "therefore", "thus", "hence", "in fact", "indeed",
    "of course", "in turn", "as a result", "by contrast", "in contrast", "instead", "besides", "also", "then", "still",
    "and", "but", "or", "so", "yet", "that said", "in other words", "similarly", "likewise", "finally", "overall",
)  # fmt: skip
ROLES = frozenset(
    "president vice-president minister premier chancellor king queen prince princess emperor sultan emir sheikh pope bishop "
    "cardinal imam ayatollah secretary spokesman spokeswoman spokesperson ambassador envoy governor mayor senator "
    "congressman congresswoman representative deputy lawmaker leader chief head chairman chairwoman chair director manager "
    "executive officer commissioner commander general admiral colonel captain major lieutenant sergeant judge justice "
    "prosecutor attorney lawyer counterpart adviser advisor aide analyst expert economist professor doctor scientist "
    "researcher historian author writer journalist reporter editor actor actress singer musician artist director coach "
    "player striker goalkeeper midfielder defender champion founder owner chairperson partner wife husband son daughter "
    "brother sister father mother monarch dictator candidate nominee detective inspector superintendent "
    "ceo cfo coordinator organiser organizer activist critic teacher pastor priest ombudsman".split()
)
RANKS = frozenset("cmdr capt lt col gen sgt cpl maj adm brig supt insp".split())
ONE_OF_MANY = frozenset(
    "senator congressman congresswoman representative deputy lawmaker judge justice professor doctor scientist researcher "
    "historian author writer journalist reporter actor actress singer musician artist player striker goalkeeper midfielder "
    "defender analyst expert economist lawyer attorney activist critic teacher pastor priest detective inspector officer "
    "general admiral colonel major lieutenant sergeant executive candidate nominee organiser organizer owner founder "
    "envoy ambassador adviser advisor aide".split()
)  # roles that several people have at a time: "a senator", not "the senator"
OCCUPATIONS = frozenset(
    "runner sprinter swimmer cyclist skier boxer wrestler golfer rower skater gymnast jockey footballer cricketer "
    "quarterback winger goalie referee umpire trainer sculptor painter poet novelist playwright composer conductor pianist "
    "violinist guitarist drummer bassist rapper dancer choreographer photographer filmmaker screenwriter producer designer "
    "architect engineer astronomer astrophysicist physicist chemist biologist geologist mathematician philosopher "
    "theologian archaeologist anthropologist psychologist sociologist linguist surgeon physician nurse dentist vet farmer "
    "fisherman businessman businesswoman entrepreneur investor banker trader broker billionaire philanthropist publisher "
    "inventor explorer astronaut cosmonaut pilot sailor soldier diplomat politician legislator magistrate solicitor "
    "barrister accountant auditor cleric rabbi monk nun missionary preacher lecturer student carpenter electrician builder "
    "mechanic driver comedian presenter broadcaster columnist blogger cartoonist illustrator soprano tenor surveyor "
    "whistleblower warlord dissident campaigner essayist biographer curator librarian translator councillor alderman "
    "cellist flautist organist saxophonist trumpeter harpist violist oboist trombonist comedian botanist zoologist ecologist "
    "virologist epidemiologist immunologist neurologist neuroscientist cardiologist oncologist psychiatrist paediatrician "
    "pediatrician geographer statistician meteorologist climatologist seismologist volcanologist oceanographer geneticist "
    "archivist substitute skipper batsman bowler wicketkeeper keeper forward centre-back full-back playmaker biochemist "
    "microbiologist criminologist demographer theorist naturalist satirist lyricist restaurateur chef baker butcher "
    "shopkeeper trawlerman paramedic firefighter postman plumber hairdresser beekeeper forester ranger".split()
)  # said of a person, and of many at a time
KIN = frozenset(
    "son daughter child brother sister father mother wife husband partner uncle aunt nephew niece cousin grandson "
    "granddaughter grandfather grandmother stepson stepdaughter twin friend colleague".split()
)  # somebody's
EVENTS = frozenset(
    "move step decision gesture ruling verdict claim charge allegation accusation remark statement comment result "
    "outcome figure feat achievement record milestone blow setback victory defeat loss win increase rise fall "
    "drop decline gain change shift departure appointment visit act action measure policy practice choice view "
    "position promise pledge threat warning sign signal reminder rebuke snub reversal breach violation "
    "development announcement proposal attempt effort honour honor distinction privilege first process task trend "
    "situation fact point possibility comparison description portrayal label phrase nickname question issue problem "
    "stance demand request offer idea suggestion notion theory argument conclusion finding discovery match game "
    "contest race trip journey deal agreement arrangement".split()
)  # what a sentence tells of, as no name before the comma is
CROWNS = frozenset(
    "king queen prince princess emperor sultan emir sheikh pope cardinal imam ayatollah major chief head chair "
    "son daughter general chairman judge justice".split()
)  # bare before a name: often part of it
PLACES = frozenset(
    "country nation state republic kingdom city capital town village region province county district territory island "
    "continent area port suburb borough municipality settlement neighbour neighbor power democracy federation member "
    "peninsula archipelago resort metropolis hub member signatory ally party neighbour".split()
)
ORGANISATIONS = frozenset(
    "entity organization organisation body institution agency company firm group tribunal court union bank party club "
    "council commission committee association corporation ministry university alliance bloc".split()
)
GENERIC_ORGANISATIONS = frozenset({"entity", "organization", "organisation", "body", "institution"})
PLANNED = frozenset({"will", "shall", "'ll", "’ll"})
POSSIBLE = frozenset({"may", "might", "could", "would", "can"})
OPINION_WORDS = frozenset(
    "should ought seems seem appears appear likely unlikely probably perhaps hopefully unfortunately fortunately sadly "
    "surely arguably undoubtedly best worst beautiful terrible wonderful awful amazing great brilliant disgraceful "
    "shameful outrageous absurd ridiculous unacceptable triumph masterpiece overdue thrilling superb magnificent dazzling delightful dreadful mediocre "
    "exquisite flawless breathtaking believe think feel hope wish".split()
)
FUTURE_PHRASES = ("is scheduled to", "are scheduled to", "is expected to", "are expected to", "is set to", "are set to",
                  "plans to", "plan to", "is due to", "are due to", "is going to", "are going to", "intends to",
                  "is about to", "aims to", "hopes to")  # fmt: skip
COLLECTIVE = frozenset(
    "meet agree marry divorce discuss exchange share differ compete negotiate cooperate collaborate unite merge clash "
    "separate combine total comprise form spend invest raise first last same two three four five six".split()
)  # said of several together, not of each
RECIPROCAL = COLLECTIVE | frozenset(
    "compare link connect join pair mix match tie distinguish balance divide consist compose relation relationship "
    "border war conflict talk talks difference agreement treaty dispute cooperation alliance friendship trade gap meeting "
    "battle game summit combination mixture sum blend series range variety number pair couple marriage partnership deal "
    "and/or total average half third quarter majority most few only".split()
)  # need all that they are said of
COMPOUND_NAMES = frozenset(
    "bosnia trinidad antigua kitts vincent tome turks wallis heard svalbard miquelon newfoundland tyne dolce marks "
    "johnson procter rolls simon barnes bed pride war research trial supply law health food rock".split()
)  # first word before the "and" of one thing: "Bosnia and Herzegovina", "research and development"

# verbs whose participle after a passive and "and" is a past form: "was adopted and entered into force"
NEVER_PASSIVE = frozenset(
    "appear arrive belong depart die disappear emerge enter erupt expire happen lapse occur remain resign vanish".split()
)

# verbs that say something whole without an object: after a passive and "and" they may be active
NEED_NO_OBJECT = frozenset(
    "act agree apologise appear arrive attend become begin belong bid bloom camp cease change climb close collapse come "
    "compete complain continue crash decline die differ disappear drop drown emerge emigrate end enlist enter escape evolve "
    "expand fail fall fight flee flourish fly follow go graduate grow happen help improve increase intervene last lead "
    "leave lie live lose marry meet merge migrate move occur open operate overheat participate pass perform play protest "
    "qualify quit rain reach recover remain reside resign resume retire retreat return rise rule run sail sell serve "
    "settle shine shrink sink sit sleep speak spread stand start stay step stop study succeed suffer surge survive "
    "swim talk testify train travel turn vanish visit vote wait walk win withdraw work write".split()
)
STATES = frozenset(
    "known called named located situated based headquartered owned considered regarded made aged rated listed".split()
)  # participles of what still holds
OVER = frozenset("earlier ago previously".split())  # in a description that no longer holds
