import Foundation
import FoundationXML
import SourceText
import StanceExports
import StanceModel
import StanceOntology
import StanceTestSupport
import Testing

@Suite struct XMLNameTests {
  @Test(arguments: HostileText.all + ["issue:aid(country:US,*)", "a.b"])
  func `a name is reversible, begins with a letter and is plain`(id: String) {
    let name = XMLName.encode(id)
    #expect(XMLName.decode(name) == id)
    #expect(name.wholeMatch(of: /[A-Za-z][A-Za-z0-9_:.\-]*/) != nil)
  }

  @Test func `different ids have different names`() {
    let ids = Set(HostileText.all.map { Array($0.utf8) })
    #expect(Set(HostileText.all.map(XMLName.encode)).count == ids.count)
  }

  @Test(arguments: [
    ("membership(country:UA,*)", "membership.28country:UA.2C.2A.29"), ("1st", "x.-1st"),
    ("", "x.-"), ("é", "x.-.C3.A9"), ("a b", "a.20b"), ("x.y", "x.2Ey"),
  ])
  func `the name is that of the contract`(id: String, name: String) {
    #expect(XMLName.encode(id) == name)
  }

  @Test(arguments: ["a.2", "a.", "a.2g", "a.41", "x.-a", "a b", "1", "a.2e"])
  func `what is no name has no id`(name: String) { #expect(XMLName.decode(name) == nil) }
}

@Suite struct DOTTextTests {
  @Test(arguments: [
    ("a\"b", #""a\"b""#), ("a\\", #""a\\""#), ("a\nb", #""a\nb""#), ("a\r\nb", #""a\nb""#),
    ("\\N", #""\\N""#), ("a\u{0}b", #""ab""#), ("&lt;", #""&amp;lt;""#), ("<b>", #""<b>""#),
  ])
  func `a label shows the text as it is`(text: String, label: String) {
    #expect(DOTText.label(text) == label)
  }

  @Test func `a long text is cut into pieces that Graphviz can read, never inside an escape`() {
    let text = String(repeating: "a\\\"é", count: 9000)
    let pieces = DOTText.quoted(text).split(separator: #/" \+ "/#)
    #expect(pieces.allSatisfy { $0.utf8.count < 16_000 })
    #expect(pieces.count > 1)
    let joined = pieces.joined().dropFirst().dropLast()
    #expect(joined == String(repeating: #"a\\\"é"#, count: 9000))
  }

  @Test(arguments: ["javascript:alert(1)", "data:text/html,x", "", "file:///etc/passwd"])
  func `only web addresses become links`(url: String) { #expect(DOTText.address(url) == nil) }

  @Test func `an address keeps its ampersands`() {
    #expect(DOTText.address("https://a.b/?c=1&d=2") == #""https://a.b/?c=1&amp;d=2""#)
  }

  @Test(arguments: [
    ("NATO membership of Ukraine", 15, "NATO membership\nof Ukraine"),
    ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2, "👩‍👩‍👧‍👦👩‍👩‍👧‍👦\n👩‍👩‍👧‍👦"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}e\u{301}\ne\u{301}"),
    ("", 5, ""), (" \n ", 5, ""), ("abcdef", 3, "abc\ndef"),
  ])
  func `lines break at spaces, never inside a character`(
    text: String, width: Int, lines: String
  ) {
    #expect(DOTText.wrapped(text, width: width) == lines)
  }

  @Test func `what is left out is shown`() {
    #expect(DOTText.wrapped("one two three four", width: 5, lines: 2) == "one\ntwo…")
  }
}

/// Collects what an XML parser reads.
private final class Reader: NSObject, XMLParserDelegate {
  var texts: [String] = []
  var names: [String] = []
  private var text = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    names.append(name)
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "data" { texts.append(text) }
    text = ""
  }
}

@Suite struct HostileGraphTests {
  /// A graph whose every name, quotation and document is the text.
  static func graph(_ text: String) -> StanceGraph {
    let holder = EntityID(.person, text)
    let statement = Statement(
      id: text, document: text, holder: holder, source: holder, chain: [holder], cue: text,
      target: .proposition(predicate: text, arguments: [text, ""]), polarity: .support,
      strength: 1, modality: .asserted, evidence: .init(0, text.utf8.count), quotation: text,
      confidence: .nan, construction: text, trace: [])
    var other = statement
    other.polarity = .oppose
    let record = DocumentRecord(
      document: text, title: text, outlet: text, author: text, date: text, url: text, text: text,
      textHash: text)
    return StanceGraph(
      statements: [statement, other], relations: [], documents: [record],
      directory: EmptyDirectory(), title: text)
  }

  @Test(arguments: HostileText.all)
  func `GraphML of any text is well-formed and gives the text back`(text: String) throws {
    var bytes: [UInt8] = []
    try GraphML().write(Self.graph(text), to: &bytes)
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    let clean = String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter {
          $0.value >= 0x20 && $0.value < 0xFFFE || $0.value > 0xFFFF
            || "\t\n\r".unicodeScalars
              .contains($0)
        }))
    if !clean.isEmpty {
      #expect(reader.texts.contains { Array($0.utf8) == Array(clean.utf8) })
    }
    #expect(reader.names.count { $0 == "node" } == 2)
    #expect(reader.names.count { $0 == "edge" } == 2)
  }

  @Test(arguments: HostileText.all)
  func `DOT of any text has balanced quotes and no control characters`(text: String) throws {
    for dialect in DOT.dialects {
      var bytes: [UInt8] = []
      try DOT(options: ExportOptions(dialect: dialect)).write(Self.graph(text), to: &bytes)
      let written = String(decoding: bytes, as: UTF8.self)
      #expect(!bytes.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 })
      for line in written.split(separator: "\n") {
        let bare = String(line).replacing("\\\\", with: "").replacing("\\\"", with: "")
        #expect(bare.unicodeScalars.count { $0 == "\"" }.isMultiple(of: 2))
      }
    }
  }

  @Test(arguments: HostileText.all)
  func `Pajek and Mermaid keep any text inside its quotation marks`(text: String) throws {
    for name in ["pajek", "mermaid"] {
      var bytes: [UInt8] = []
      try exporter(named: name).write(Self.graph(text), to: &bytes)
      let written = String(decoding: bytes, as: UTF8.self)
      #expect(!bytes.contains { $0 < 0x20 && $0 != 0x0A })
      for line in written.unicodeScalars.split(separator: "\n") {
        #expect(line.count { $0 == "\"" }.isMultiple(of: 2))
      }
      #expect(!written.contains("<script"))
    }
  }
}

@Suite struct MermaidTests {
  @Test func `a graph too large for a flowchart is refused with a remedy`() {
    let statements = (0..<120).map { number in
      Statement(
        id: "s\(number)", document: "a", holder: EntityID(.person, "p\(number)"), source: nil,
        chain: [], cue: "backs", target: .entity(EntityID(.country, "UA")), polarity: .support,
        strength: 3, modality: .asserted, evidence: TextSpan(number, number + 1), quotation: "x",
        confidence: 1, construction: "c", trace: [])
    }
    let graph = StanceGraph(
      statements: statements, relations: [], documents: [], directory: EmptyDirectory())
    var bytes: [UInt8] = []
    #expect(throws: Diagnostic.self) { try Mermaid().write(graph, to: &bytes) }
    #expect(bytes.isEmpty)
  }
}
