"""What outreach leans on: who we are, a card to pass on, local offers, referrals, how far we reach."""
