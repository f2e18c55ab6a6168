"""What a student's work, a finding, a case and a review are: Pydantic models, no behaviour beyond validation."""
