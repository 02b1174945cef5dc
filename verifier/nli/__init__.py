"""Judges whether a premise entails, contradicts, or leaves open a hypothesis."""
