import SourceText
public import StanceModel

/// The event list of the Discourse Network Analyzer: a statement a row, `;` between the cells.
///
/// `person` is the holder, or the person who voices it; `organization` the holder or whom the person stands for;
/// `concept` the label of what the position is on; `agreement` 1 or 0. Neutral statements have no agreement and are
/// left out. `start_position` and `stop_position` count UTF-16 code units of the article's text, as DNA does.
public struct DNAEventList: Exporter {
  public static let name = "dna"
  public static let fileExtension = "csv"
  public static let summary = "the event list of the Discourse Network Analyzer"
  public static let readers = "rDNA and R, pandas, stancegraph eval"
  public static let shapes: [GraphShape] = [.multigraph]
  public static let marks = [header.joined(separator: ";")]
  private static let header = [
    "statement_id", "time", "person", "organization", "concept", "agreement", "start_position",
    "stop_position", "text", "coder", "document_id", "document_title", "document_author",
    "document_source", "document_section", "document_type",
  ]

  public init(options: ExportOptions = ExportOptions()) {}

  public func omission(from graph: StanceGraph) -> String? {
    let neutral = graph.edges.count { $0.kind == .stance && ($0.polarity?.sign ?? 0) == 0 }
    let relations = graph.relations.count
    let parts = [
      neutral > 0 ? "\(neutral) neutral statements" : nil,
      relations > 0 ? "\(relations) relations" : nil,
    ].compactMap(\.self)
    return parts.isEmpty
      ? nil : "An event list has no \(parts.joined(separator: ", no ")): left out."
  }

  public func write(_ graph: StanceGraph, part: String?, to output: inout some ByteSink) throws {
    try output.write(text: CSVText.line(Self.header, separator: ";"))
    let nodes = Dictionary(graph.nodes.map { ($0.uid, $0) }) { first, _ in first }
    let documents = Dictionary(
      graph.documents.enumerated().map { ($1.document, (number: $0 + 1, record: $1)) }
    ) { first, _ in first }
    for edge in graph.edges where edge.kind == .stance {
      guard let sign = edge.polarity?.sign, sign != 0, let evidence = edge.evidence else {
        continue
      }
      let holder = nodes[edge.from]
      let voice = edge.source.flatMap { nodes[$0] }
      let isPerson = holder?.kind == .person
      let person = isPerson ? holder : voice?.kind == .person ? voice : nil
      let organization =
        isPerson ? holder?.affiliation.flatMap { nodes[$0] } : holder
      let document = documents[evidence.document]
      let units = document.flatMap { UTF16Span(evidence.span, in: $0.record.text) }
      let cells = [
        edge.statementID ?? edge.id, (edge.start ?? evidence.date).map(Self.time) ?? "",
        person?.label ?? "", organization?.label ?? "", nodes[edge.to]?.label ?? edge.to,
        sign > 0 ? "1" : "0", units.map { String($0.start) } ?? "",
        units.map { String($0.end) } ?? "", evidence.quotation, edge.coder.rawValue,
        document.map { String($0.number) } ?? "", evidence.title ?? evidence.document,
        document?.record.author ?? "", evidence.outlet ?? "", "", "",
      ]
      try output.write(text: CSVText.line(cells.map(XMLText.clean), separator: ";"))
    }
  }

  /// `yyyy-MM-dd HH:mm:ss`; the first day of a month or year that is known no better.
  private static func time(_ date: String) -> String {
    let full = date + "-01-01".suffix(max(0, 10 - date.count))
    return full + " 00:00:00"
  }
}

/// A span of UTF-8 bytes in UTF-16 code units.
struct UTF16Span {
  var start: Int
  var end: Int

  /// nil for a span that is not in the text.
  init?(_ span: TextSpan, in text: String) {
    let bytes = text.utf8
    guard
      let first = bytes.index(bytes.startIndex, offsetBy: span.start, limitedBy: bytes.endIndex),
      let last = bytes.index(bytes.startIndex, offsetBy: span.end, limitedBy: bytes.endIndex)
    else { return nil }
    start = text.utf16.distance(from: text.startIndex, to: first)
    end = text.utf16.distance(from: text.startIndex, to: last)
  }
}
