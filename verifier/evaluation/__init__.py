"""The eval harness: suites -> predictions -> scores with intervals, blame, gates and calibration."""
