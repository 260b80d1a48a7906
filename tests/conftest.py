"""Settings for all tests."""

from hypothesis import HealthCheck, settings

# A loaded machine is slow to begin, above all at the first draw of a text: that is no fault of a test.
settings.register_profile("netui", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("netui")
