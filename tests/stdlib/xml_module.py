# pyexpat: events, positions, entities, namespaces.
from xml.parsers import expat
def events(doc, *names, ns=None, **settings):
    out = []
    p = expat.ParserCreate(namespace_separator=ns)
    for k, v in settings.items(): setattr(p, k, v)
    for n in names:
        setattr(p, n, lambda *a, n=n: out.append((n.replace('Handler', ''), *a)) or 1)
    p.Parse(doc, True)
    return out
assert events(b'<a x="1">t<b/>\r\nu</a>', 'StartElementHandler', 'EndElementHandler', 'CharacterDataHandler') == [
    ('StartElement', 'a', {'x': '1'}), ('CharacterData', 't'), ('StartElement', 'b', {}), ('EndElement', 'b'), ('CharacterData', '\n'), ('CharacterData', 'u'), ('EndElement', 'a')]
assert events('<a>1&lt;2&#8364;<![CDATA[<x>]]></a>', 'CharacterDataHandler', buffer_text=True) == [('CharacterData', '1<2\u20ac<x>')]
assert events(b'<a xmlns="u" xmlns:p="v"><p:b p:c="1" d="2"/></a>', 'StartElementHandler', 'StartNamespaceDeclHandler', 'EndNamespaceDeclHandler', ns='|') == [
    ('StartNamespaceDecl', None, 'u'), ('StartNamespaceDecl', 'p', 'v'), ('StartElement', 'u|a', {}), ('StartElement', 'v|b', {'v|c': '1', 'd': '2'}),
    ('EndNamespaceDecl', 'p'), ('EndNamespaceDecl', None)]
doc = b'<!DOCTYPE a SYSTEM "s" [<!ENTITY x "<b>y</b>"><!ATTLIST a q CDATA "def"><!ELEMENT a (b|(c,d+)*)?><!NOTATION n PUBLIC "p">]><a>&x;&e;</a>'
assert events(doc, 'StartElementHandler', 'EntityDeclHandler', 'AttlistDeclHandler', 'ElementDeclHandler', 'NotationDeclHandler', 'SkippedEntityHandler', 'StartDoctypeDeclHandler') == [
    ('StartDoctypeDecl', 'a', 's', None, 1), ('EntityDecl', 'x', 0, '<b>y</b>', None, None, None, None), ('AttlistDecl', 'a', 'q', 'CDATA', 'def', 0),
    ('ElementDecl', 'a', (5, 1, None, ((4, 0, 'b', ()), (6, 2, None, ((4, 0, 'c', ()), (4, 3, 'd', ())))))), ('NotationDecl', 'n', None, None, 'p'),
    ('StartElement', 'a', {'q': 'def'}), ('StartElement', 'b', {}), ('SkippedEntity', 'e', 0)]
assert events('<?xml version="1.0" encoding="utf-16" standalone="yes"?><a>\u20ac</a>'.encode('utf-16'), 'XmlDeclHandler', 'CharacterDataHandler') == [
    ('XmlDecl', '1.0', 'utf-16', 1), ('CharacterData', '\u20ac')]
assert events(b'<?xml version="1.0" encoding="cp1252"?><a>\x80</a>', 'CharacterDataHandler') == [('CharacterData', '\u20ac')]
assert events(b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'DefaultHandler')[-3:] == [('Default', '<a>'), ('Default', '&x;'), ('Default', '</a>')]
---
# Errors have a code and a place.
from xml.parsers import expat
def error(doc, ns=None):
    p = expat.ParserCreate(namespace_separator=ns)
    try: p.Parse(doc, True)
    except expat.ExpatError as e:
        assert (e.lineno, e.offset) == (p.ErrorLineNumber, p.ErrorColumnNumber) and e.code == p.ErrorCode
        return str(e)
assert error(b'<a></b>') == 'mismatched tag: line 1, column 5'
assert error(b'<a>\n  <b\n') == 'unclosed token: line 2, column 2'
assert error(b'') == 'no element found: line 1, column 0'
assert error(b'<a/>x') == 'junk after document element: line 1, column 4'
assert error(b'<a b="1" b="2"/>') == 'duplicate attribute: line 1, column 9'
assert error(b'<a>&u;</a>') == 'undefined entity: line 1, column 3'
assert error(b'<a>&#0;</a>') == 'reference to invalid character number: line 1, column 3'
assert error(b'text') == 'syntax error: line 1, column 0'
assert error(b'<a>\x01</a>') == 'not well-formed (invalid token): line 1, column 3'
assert error(b'<p:a/>', '!') == 'unbound prefix: line 1, column 0'
assert error(b' <?xml version="1.0"?><a/>') == 'XML or text declaration not at start of entity: line 1, column 1'
assert error(b'<!DOCTYPE a [<!ENTITY x "&y;"><!ENTITY y "&x;">]><a>&x;</a>').startswith('recursive entity reference')
expat.ParserCreate().Parse(b'<?xml version="1.0" encoding="nonsense-1"?><a/>')  ### "LookupError: unknown encoding: nonsense-1"
---
# A handler that raises ends the parse; pieces may be cut anywhere.
from xml.parsers import expat
doc = '<?xml version="1.0"?><a x="\u20ac">\u00e9<b>text</b><!-- c --><?p d?>]] &amp;</a>'.encode()
def run(size):
    out = []
    p = expat.ParserCreate()
    p.buffer_text = True
    p.StartElementHandler = lambda n, a: out.append((n, a))
    p.EndElementHandler = lambda n: out.append(n)
    p.CharacterDataHandler = lambda t: out.append(t)
    p.CommentHandler = lambda t: out.append(('comment', t))
    for i in range(0, len(doc), size): p.Parse(doc[i:i + size])
    p.Parse(b'', True)
    text = []
    for x in out:
        if isinstance(x, str) and text and isinstance(text[-1], str): text[-1] += x
        else: text.append(x)
    return text
assert run(1) == run(2) == run(5) == run(1000)
p = expat.ParserCreate()
def bad(name, attrs): raise KeyError(name)
p.StartElementHandler = bad
try: p.Parse(b'<a><b/></a>', True)
except KeyError as e: assert e.args == ('a',)
assert p.StartElementHandler is None
p.Parse(b'x')  ### "ExpatError: parsing finished: line 1, column 3"
---
# What stands on pyexpat.
import xml.etree.ElementTree as ET, xml.dom.minidom, xml.sax, plistlib, io
r = ET.fromstring('<r a="1"><x>t</x>tail<y xmlns="u"/></r>')
assert [e.tag for e in r.iter()] == ['r', 'x', '{u}y'] and r[0].tail == 'tail'
assert ET.tostring(r) == b'<r xmlns:ns0="u" a="1"><x>t</x>tail<ns0:y /></r>'
assert [(e, x.tag) for e, x in ET.iterparse(io.BytesIO(b'<a><b/></a>'), events=('start', 'end'))] == [('start', 'a'), ('start', 'b'), ('end', 'b'), ('end', 'a')]
d = xml.dom.minidom.parseString('<a><!--c--><b q="1">t</b></a>')
assert d.documentElement.toxml() == '<a><!--c--><b q="1">t</b></a>'
assert plistlib.loads(plistlib.dumps({'a': [1, 2.5, True, b'x', 'y']})) == {'a': [1, 2.5, True, b'x', 'y']}
class H(xml.sax.ContentHandler):
    def startElement(self, name, attrs): seen.append((name, dict(attrs), self._locator.getLineNumber()))
seen = []
xml.sax.parseString(b'<a>\n<b c="d"/></a>', H())
assert seen == [('a', {}, 1), ('b', {'c': 'd'}, 2)]
ET.fromstring('<a>')  ### "ParseError: no element found: line 1, column 3"
