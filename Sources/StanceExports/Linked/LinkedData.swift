import SourceText
import StanceModel

/// The graph as subjects with properties, for the formats of RDF.
///
/// A statement is a node: a `sg:Statement` (and `prov:Entity`), that is at the same time a Web Annotation
/// (`oa:Annotation`) whose target are the words in the article, by a text-quote and a text-position selector
/// (W3C *Web Annotation Data Model* 2017, *PROV-O* 2013). Positions count characters (Unicode code points), as that
/// model has it.
struct LinkedData {
  enum Value {
    case resource(String)
    case text(String)
    case int(Int)
    case decimal(String)
    case date(String)
    case node([Property])
  }

  typealias Property = (name: String, values: [Value])

  struct Subject {
    var iri: String
    /// Types first.
    var properties: [Property]
  }

  /// Prefixes of the terms used, in the order they are declared.
  static let prefixes = [
    ("sg", "urn:stancegraph:terms:"), ("oa", "http://www.w3.org/ns/oa#"),
    ("prov", "http://www.w3.org/ns/prov#"), ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"), ("dct", "http://purl.org/dc/terms/"),
    ("owl", "http://www.w3.org/2002/07/owl#"), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
  ]

  let graph: StanceGraph
  private let texts: [String: CharacterCounts]

  init(_ graph: StanceGraph) {
    self.graph = graph
    texts = Dictionary(graph.documents.map { ($0.document, CharacterCounts($0.text)) }) { a, _ in a
    }
  }

  /// Every article, then every node, then every edge, each with its properties.
  func forEachSubject(_ body: (Subject) throws -> Void) rethrows {
    for record in graph.documents { try body(article(record)) }
    for node in graph.nodes where node.kind != .document { try body(subject(node)) }
    for edge in graph.edges where edge.kind != .role { try body(subject(edge)) }
  }

  // MARK: Names

  /// The name of a node: `urn:stancegraph:` and its uid, percent-encoded.
  static func iri(_ uid: String) -> String {
    if uid.hasPrefix("document:") { return article(String(uid.dropFirst("document:".count))) }
    return "urn:stancegraph:" + percentEncoded(uid)
  }

  private static func article(_ document: String) -> String {
    "urn:stancegraph:article:" + percentEncoded(document)
  }

  /// RFC 8141: letters, digits and a few marks stay.
  private static func percentEncoded(_ text: String) -> String {
    var name = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      if scalar.properties.isAlphabetic && byte < 128 || (0x30...0x39).contains(byte)
        || "-._~:,*()".unicodeScalars.contains(scalar)
      {
        name.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        name += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return name
  }

  // MARK: Subjects

  private func article(_ record: DocumentRecord) -> Subject {
    var properties: [Property] = [("a", [.resource("sg:Article"), .resource("prov:Entity")])]
    add(record.title, "dct:title", to: &properties)
    add(record.outlet, "dct:publisher", to: &properties)
    add(record.author, "dct:creator", to: &properties)
    if let date = record.date { properties.append(("dct:date", [.date(date)])) }
    add(record.url, "dct:source", to: &properties)
    add(record.document, "dct:identifier", to: &properties)
    add(record.textHash, "sg:textSHA256", to: &properties)
    return Subject(iri: Self.article(record.document), properties: properties)
  }

  private func subject(_ node: GraphNode) -> Subject {
    let type: Value =
      switch node.kind {
      case .country: .resource("sg:Country")
      case .person: .resource("sg:Person")
      case .organization: .resource("sg:Organization")
      case .region: .resource("sg:Region")
      case .group: .resource("sg:Group")
      case .issue: .resource("sg:Issue")
      case .proposition: .resource("sg:Proposition")
      case .document, .statement: .resource("prov:Entity")
      }
    let isConcept = node.kind == .issue || node.kind == .proposition
    var properties: [Property] = [
      ("a", isConcept ? [type, .resource("skos:Concept")] : [type])
    ]
    add(node.label, isConcept ? "skos:prefLabel" : "rdfs:label", to: &properties)
    add(node.uid, "dct:identifier", to: &properties)
    add(node.iso, "sg:iso3166", to: &properties)
    if let wikidata = node.wikidata, wikidata.wholeMatch(of: /Q[0-9]+/) != nil {
      properties.append(
        ("owl:sameAs", [.resource("<http://www.wikidata.org/entity/\(wikidata)>")]))
    }
    add(node.issue, "skos:notation", to: &properties)
    for role in node.roles {
      guard let filler = role.filler else { continue }
      let name: Value = .text(XMLText.clean(role.name))
      properties.append(
        ("sg:role", [.node([("rdfs:label", [name]), ("sg:filler", [resource(filler)])])]))
    }
    return Subject(iri: Self.iri(node.uid), properties: properties)
  }

  private func subject(_ edge: GraphEdge) -> Subject {
    var properties: [Property]
    switch edge.kind {
    case .stance:
      properties = [
        (
          "a",
          [.resource("sg:Statement"), .resource("oa:Annotation"), .resource("prov:Entity")]
        ),
        ("sg:holder", [resource(edge.from)]), ("sg:target", [resource(edge.to)]),
      ]
      if let polarity = edge.polarity {
        properties.append(("sg:polarity", [.resource("sg:\(polarity.rawValue)")]))
      }
      properties.append(("oa:motivatedBy", [.resource("oa:classifying")]))
    default:
      properties = [
        ("a", [.resource("sg:\(Self.capitalized(edge.kind.rawValue))"), .resource("prov:Entity")]),
        ("rdf:subject", [resource(edge.from)]), ("rdf:object", [resource(edge.to)]),
      ]
      add(edge.interaction, "sg:predicate", to: &properties)
    }
    if let strength = edge.strength { properties.append(("sg:strength", [.int(strength)])) }
    add(edge.modality?.rawValue, "sg:modality", to: &properties)
    if let confidence = edge.confidence {
      properties.append(("sg:confidence", [.decimal(NumberText.twoDecimals(confidence))]))
    }
    add(edge.cue, "sg:cue", to: &properties)
    if let source = edge.source {
      properties.append(("prov:wasAttributedTo", [resource(source)]))
    }
    if !edge.chain.isEmpty { properties.append(("sg:chain", edge.chain.map(resource))) }
    if let since = edge.since { properties.append(("sg:start", [.date(since)])) }
    if let until = edge.until { properties.append(("sg:end", [.date(until)])) }
    if let year = edge.year { properties.append(("sg:year", [.int(year)])) }
    add(edge.authority, "dct:source", to: &properties)
    add(edge.construction, "sg:construction", to: &properties)
    add(edge.coder.rawValue, "sg:coder", to: &properties)
    if let evidence = edge.evidence {
      let article = Value.resource("<\(Self.article(evidence.document))>")
      properties.append(("prov:wasDerivedFrom", [article]))
      properties.append(("oa:hasTarget", [.node(selection(of: evidence, in: article))]))
    }
    return Subject(
      iri: "urn:stancegraph:\(edge.kind.rawValue):" + Self.percentEncoded(edge.id),
      properties: properties)
  }

  private func selection(of evidence: GraphEdge.Evidence, in article: Value) -> [Property] {
    let text = texts[evidence.document]
    var quote: [Property] = [
      ("a", [.resource("oa:TextQuoteSelector")]),
      ("oa:exact", [.text(XMLText.clean(evidence.quotation))]),
    ]
    var selectors: [Value] = []
    if let text, let position = text.characters(of: evidence.span) {
      add(text.before(evidence.span), "oa:prefix", to: &quote)
      add(text.after(evidence.span), "oa:suffix", to: &quote)
      selectors.append(
        .node([
          ("a", [.resource("oa:TextPositionSelector")]), ("oa:start", [.int(position.start)]),
          ("oa:end", [.int(position.end)]),
        ]))
    }
    return [
      ("a", [.resource("oa:SpecificResource")]), ("oa:hasSource", [article]),
      ("oa:hasSelector", [.node(quote)] + selectors),
    ]
  }

  private func resource(_ uid: String) -> Value { .resource("<\(Self.iri(uid))>") }

  private func add(_ text: String?, _ name: String, to properties: inout [Property]) {
    let clean = XMLText.clean(text ?? "")
    if !clean.isEmpty { properties.append((name, [.text(clean)])) }
  }

  private static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }
}

/// How many characters stand before each byte of a text, known at every so many bytes.
private struct CharacterCounts {
  private let bytes: [UInt8]
  private var marks: [Int] = []
  private static let step = 256

  init(_ text: String) {
    bytes = Array(text.utf8)
    var count = 0
    for (index, byte) in bytes.enumerated() {
      if index % Self.step == 0 { marks.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    marks.append(count)
  }

  /// Unicode code points; nil for a span that is not in the text.
  func characters(of span: TextSpan) -> (start: Int, end: Int)? {
    guard span.start >= 0, span.start <= span.end, span.end <= bytes.count else { return nil }
    return (count(before: span.start), count(before: span.end))
  }

  private func count(before index: Int) -> Int {
    let mark = index / Self.step
    return (mark < marks.count ? marks[mark] : 0)
      + bytes[min(bytes.count, mark * Self.step)..<index].count { $0 & 0xC0 != 0x80 }
  }

  func before(_ span: TextSpan) -> String {
    var start = max(0, span.start - 32)
    while start < span.start, bytes[start] & 0xC0 == 0x80 { start += 1 }
    return String(decoding: bytes[start..<span.start], as: UTF8.self)
  }

  func after(_ span: TextSpan) -> String {
    var end = min(bytes.count, span.end + 32)
    while end > span.end, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: bytes[span.end..<end], as: UTF8.self)
  }
}
