"""The JSON Schemas of reports, facts and configuration, as package data: see `editcheck.schema`."""
