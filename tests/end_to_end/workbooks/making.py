"""Workbooks made by hand for the tests: XLSX and ODS as other programs than Remit write them, part by part."""
import datetime
import zipfile
from xml.sax.saxutils import escape, quoteattr


class Formula:
    """A formula with the value that a spreadsheet program worked out when it saved; None: it never did."""

    def __init__(self, text, value):
        self.text, self.value = text, value


class Error:
    def __init__(self, shown):
        self.shown = shown


class Sheet:
    def __init__(self, name, rows, merged=(), hidden_rows=(), hidden_columns=(), hidden=False):
        self.name, self.rows, self.merged = name, rows, merged
        self.hidden_rows, self.hidden_columns, self.hidden = set(hidden_rows), set(hidden_columns), hidden


def column(n):
    out = ""
    n += 1
    while n:
        n, rest = divmod(n - 1, 26)
        out = chr(65 + rest) + out
    return out


def serial(value):
    start = datetime.datetime(1899, 12, 30)
    moment = value if isinstance(value, datetime.datetime) else datetime.datetime.combine(value, datetime.time())
    since = moment - start
    return repr(since.days + since.seconds / 86400)


def xlsx_cell(name, value):
    if value is None:
        return ""
    if isinstance(value, Formula):
        if value.value is None:
            return f'<c r="{name}"><f>{escape(value.text)}</f></c>'
        if isinstance(value.value, str):
            return f'<c r="{name}" t="str"><f>{escape(value.text)}</f><v>{escape(value.value)}</v></c>'
        return f'<c r="{name}"><f>{escape(value.text)}</f><v>{value.value!r}</v></c>'
    if isinstance(value, Error):
        return f'<c r="{name}" t="e"><v>{escape(value.shown)}</v></c>'
    if isinstance(value, bool):
        return f'<c r="{name}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, datetime.datetime):
        return f'<c r="{name}" s="2"><v>{serial(value)}</v></c>'
    if isinstance(value, datetime.date):
        return f'<c r="{name}" s="1"><v>{serial(value)}</v></c>'
    if isinstance(value, (int, float)):
        return f'<c r="{name}"><v>{value!r}</v></c>'
    return f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def xlsx_sheet(sheet):
    out = ['<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">']
    if sheet.hidden_columns:
        out.append("<cols>" + "".join(f'<col min="{c + 1}" max="{c + 1}" hidden="1"/>' for c in sorted(sheet.hidden_columns)) + "</cols>")
    out.append("<sheetData>")
    for r, row in enumerate(sheet.rows):
        hidden = ' hidden="1"' if r in sheet.hidden_rows else ""
        out.append(f'<row r="{r + 1}"{hidden}>' + "".join(xlsx_cell(f"{column(c)}{r + 1}", v) for c, v in enumerate(row)) + "</row>")
    out.append("</sheetData>")
    if sheet.merged:
        out.append("<mergeCells>" + "".join(f'<mergeCell ref="{m}"/>' for m in sheet.merged) + "</mergeCells>")
    return "".join(out) + "</worksheet>"


STYLES = """<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts>
<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>"""
MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def xlsx_parts(sheets, absolute=True):
    """Name -> text of every part. `absolute`: parts named from the root, as some programs do."""
    root = "/xl/" if absolute else ""
    parts = {
        "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships><Relationship Id="rId1" Type="{MAIN}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/styles.xml": STYLES,
    }
    listed, relations = [], [f'<Relationship Id="s" Type="{MAIN}/styles" Target="{root}styles.xml"/>']
    for n, sheet in enumerate(sheets, 1):
        state = ' state="hidden"' if sheet.hidden else ""
        listed.append(f'<sheet name={quoteattr(sheet.name)} sheetId="{n}" r:id="rId{n}"{state}/>')
        relations.append(f'<Relationship Id="rId{n}" Type="{MAIN}/worksheet" Target="{root}worksheets/sheet{n}.xml"/>')
        parts[f"xl/worksheets/sheet{n}.xml"] = xlsx_sheet(sheet)
    parts["xl/workbook.xml"] = f'<workbook xmlns:r="{MAIN}"><sheets>' + "".join(listed) + "</sheets></workbook>"
    parts["xl/_rels/workbook.xml.rels"] = "<Relationships>" + "".join(relations) + "</Relationships>"
    return parts


def write_parts(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def write_xlsx(path, sheets, absolute=True):
    return write_parts(path, xlsx_parts(sheets, absolute))


def ods_cell(value, span):
    spans = f' table:number-columns-spanned="{span}" table:number-rows-spanned="1"' if span > 1 else ""
    if value is None:
        return f"<table:table-cell{spans}/>"
    formula = ""
    if isinstance(value, Formula):
        formula, value = f" table:formula={quoteattr('of:=' + value.text)}", value.value
    if isinstance(value, Error):
        return f'<table:table-cell{formula} table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"><text:p>{escape(value.shown)}</text:p></table:table-cell>'
    if isinstance(value, bool):
        return f'<table:table-cell{spans} office:value-type="boolean" office:boolean-value="{str(value).lower()}"><text:p>x</text:p></table:table-cell>'
    if isinstance(value, (datetime.date, datetime.datetime)):
        return f'<table:table-cell{spans} office:value-type="date" office:date-value="{value.isoformat()}"><text:p>shown</text:p></table:table-cell>'
    if isinstance(value, (int, float)):
        return f'<table:table-cell{spans}{formula} office:value-type="float" office:value="{value!r}"><text:p>{value}</text:p></table:table-cell>'
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
    return f'<table:table-cell{spans}{formula} office:value-type="string">{paragraphs}</table:table-cell>'


def write_ods(path, sheets):
    names = "office table text style calcext manifest".split()
    spaces = " ".join(f'xmlns:{n}="urn:{n}"' for n in names)
    body = []
    for sheet in sheets:
        spans = {}
        for m in sheet.merged:   # one row high, columns of one letter
            first, last = m.split(":")
            spans[(int(first[1:]) - 1, ord(first[0]) - 65)] = ord(last[0]) - ord(first[0]) + 1
        width = max((len(r) for r in sheet.rows), default=1)
        columns = "".join('<table:table-column table:visibility="collapse"/>' if c in sheet.hidden_columns else "<table:table-column/>" for c in range(width))
        rows = []
        for r, row in enumerate(sheet.rows):
            cells, c = [], 0
            while c < len(row):
                span = spans.get((r, c), 1)
                cells.append(ods_cell(row[c], span) + "<table:covered-table-cell/>" * (span - 1))
                c += span
            hidden = ' table:visibility="collapse"' if r in sheet.hidden_rows else ""
            rows.append(f"<table:table-row{hidden}>" + "".join(cells) + "</table:table-row>")
        style = ' table:style-name="hid"' if sheet.hidden else ""
        rows.append('<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16000"/></table:table-row>')
        body.append(f"<table:table table:name={quoteattr(sheet.name)}{style}>{columns}{''.join(rows)}</table:table>")
    content = (f'<?xml version="1.0"?><office:document-content {spaces}><office:automatic-styles><style:style style:name="hid"><style:table-properties table:display="false"/></style:style>'
               f"</office:automatic-styles><office:body><office:spreadsheet>{''.join(body)}</office:spreadsheet></office:body></office:document-content>")
    return write_parts(path, {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content, "META-INF/manifest.xml": f"<manifest:manifest {spaces}/>"})


def read_xlsx(path):
    """Sheet name -> {cell name: (text, number format code)}, and sheet name -> its own XML: a reader apart from Remit's."""
    import xml.etree.ElementTree as tree
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(path) as archive:
        texts = []
        if "xl/sharedStrings.xml" in archive.namelist():
            for item in tree.fromstring(archive.read("xl/sharedStrings.xml")):
                texts.append("".join(t.text or "" for t in item.iter(main + "t")))
        styles = tree.fromstring(archive.read("xl/styles.xml"))
        codes = {int(f.get("numFmtId")): f.get("formatCode") for f in styles.iter(main + "numFmt")}
        formats = [codes.get(int(x.get("numFmtId")), x.get("numFmtId")) for x in styles.find(main + "cellXfs")]
        sheets, raw = {}, {}
        for n, sheet in enumerate(tree.fromstring(archive.read("xl/workbook.xml")).find(main + "sheets"), 1):
            raw[sheet.get("name")] = archive.read(f"xl/worksheets/sheet{n}.xml").decode()
            cells = sheets.setdefault(sheet.get("name"), {})
            for c in tree.fromstring(raw[sheet.get("name")]).iter(main + "c"):
                value = c.find(main + "v")
                if value is not None:
                    cells[c.get("r")] = (texts[int(value.text)] if c.get("t") == "s" else value.text, formats[int(c.get("s") or 0)])
    return sheets, raw
