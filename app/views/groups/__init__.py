"""Groups that meet: the list, one group, who takes part, one session, asking after who did not come."""
