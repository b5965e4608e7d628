"""What the generated code and the generator cost, against others in the same run."""
