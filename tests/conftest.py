from hypothesis import settings

# A busy machine is no bug: examples are bounded in number, not in time.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
