"""The authority file of the rule's examples."""

from __future__ import annotations

__all__ = ["EXAMPLE"]

EXAMPLE = """{
  "meta": {"name": "the example file", "since": "2010-01-01", "until": "2024-12-31"},
  "persons": [
    {"id": "adams", "name": "Ann Adams"},
    {"id": "dahl", "name": "Erik Dahl"},
    {"id": "reyes", "name": "Tom Reyes"},
    {"id": "vance", "name": "Ruth Vance"}
  ],
  "organizations": [{"id": "us", "name": "United States"}, {"id": "republican", "name": "Republican"}],
  "areas": [{"id": "oh", "name": "OH"}],
  "posts": [
    {"id": "harbour", "label": "Secretary of the Harbour", "organization_id": "us"},
    {"id": "senator", "label": "senator", "organization_id": "us"}
  ],
  "memberships": [
    {"person_id": "adams", "post_id": "harbour", "start_date": "2010-01-20", "end_date": "2017-01-20"},
    {"person_id": "reyes", "post_id": "harbour", "start_date": "2017-01-20", "end_date": "2021-01-20"},
    {"person_id": "vance", "post_id": "harbour", "start_date": "2021-01-20"},
    {
      "person_id": "dahl", "post_id": "senator", "start_date": "2023-01-03", "end_date": "2029-01-03",
      "on_behalf_of_id": "republican", "area_id": "oh"
    }
  ]
}"""
