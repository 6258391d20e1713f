"""Everything on the desk for programs: JSON under `/api`, described by `/api/openapi.json`.

Statements have the form of the export. Lists come in pages: `next` is the address of the next one,
null at the end. Answers bear an ETag. What changes something takes JSON and nothing else, which no
page of another site can send.
"""

from fastapi import APIRouter

from redite.desk.api import articles, bringing, correcting, overviews, speakers, statements

routes = APIRouter(prefix="/api", tags=["redite"])
for part in (statements, articles, speakers, overviews, correcting, bringing):
    routes.include_router(part.routes)

__all__ = ["routes"]
