"""The library (R66): material, who has which, and what was asked for."""
