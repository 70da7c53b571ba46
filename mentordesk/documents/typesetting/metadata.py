"""What a PDF says of itself: title, owner and day, the claims of PDF/UA-1 and PDF/A-2a, and its colours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Protocol
from xml.sax.saxutils import escape

from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFStream,
    PDFString,
)

from mentordesk import places
from mentordesk.documents.typesetting import corrections

PROGRAM = "MentorDesk"


class File(Protocol):
    """ReportLab's document, with the parts that its type stubs keep to themselves."""

    Catalog: pdfdoc.PDFCatalog
    Pages: pdfdoc.PDFPages
    info: pdfdoc.PDFInfo
    signature: object
    _timeStamp: TimeStamp  # noqa: N815  # ReportLab's name, as are the next

    def Reference(self, obj: PDFObject) -> PDFObjectReference: ...  # noqa: N802

    def refAnnotation(self, name: str) -> PDFObjectReference: ...  # noqa: N802


@dataclass(frozen=True, slots=True)
class About:
    title: str
    owner: str
    language: str  # BCP 47
    made_on: date


@cache
def _srgb() -> bytes:
    # Made once, for a profile made at run time carries the time:
    # ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), its version set to the 4.2 of PDF/A-2.
    return places.resource("colour/sRGB.icc").read_bytes()


def describe(document: File, about: About) -> None:
    """Fills the document's information, its XMP and its output intent; the day stands for the clock."""
    info = document.info
    info.title, info.author, info.subject = about.title, about.owner, ""
    info.creator = info.producer = PROGRAM
    moment = TimeStamp(1)
    moment.YMDhms = (about.made_on.year, about.made_on.month, about.made_on.day, 0, 0, 0)
    document._timeStamp = moment
    profile = PDFStream(PDFDictionary({"N": 3}), _srgb(), filters=[pdfdoc.PDFZCompress])
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString("sRGB"),
        "Info": PDFString("sRGB"),
        "DestOutputProfile": document.Reference(profile),
    }
    corrections.set_keys(
        document.Catalog,
        MarkInfo=PDFDictionary({"Marked": "true"}),
        ViewerPreferences=PDFDictionary({"DisplayDocTitle": "true"}),
        Metadata=pdfdoc.XMP(creator=lambda _: _xmp(about).encode()),
        OutputIntents=PDFArray([PDFDictionary(intent)]),
    )


def _xmp(about: About) -> str:
    made = f"{about.made_on.isoformat()}T00:00:00Z"
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(about.title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{escape(about.owner)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{about.language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>
<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool><pdf:Producer>{PROGRAM}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
{_PDFUA_SCHEMA}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


# PDF/A knows nothing of PDF/UA's identification, so the file has to explain it.
_PDFUA_SCHEMA = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"""
