"""UUID helpers of the system: this machine has none, so uuid makes its own, from the clock and random numbers that are recorded."""

has_uuid_generate_time_safe = 0
has_stable_extractable_node = 0
