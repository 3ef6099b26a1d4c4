import FoundationEssentials
public import SourceText
import StanceOntology

extension StatementLines {
  /// What a file of statements holds.
  public struct Contents: Sendable {
    public var documents: [DocumentRecord] = []
    public var statements: [Statement] = []
    public var relations: [Relation] = []
    /// What could not be read, line by line.
    public var diagnostics: [Diagnostic] = []
  }

  /// Reads what `write` writes; a line that can't be read is a diagnostic, and the others are still read.
  ///
  /// - Parameters:
  ///   - bytes: The whole file. A byte order mark, CR at line ends and blank lines are passed over.
  ///   - file: The file's name, for messages.
  public static func read(_ bytes: [UInt8], file: String) -> Contents {
    var contents = Contents()
    let decoder = JSONDecoder()
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    for (index, line) in rest.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      guard line.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { continue }
      do {
        try decoder.decode(Line.self, from: Data(line)).add(to: &contents)
      } catch {
        contents.diagnostics.append(
          Diagnostic(
            file: file, line: index + 1, problem: Self.problem(error),
            remedy: "Write the file anew with 'stancegraph build', or correct the line."))
      }
    }
    return contents
  }

  private static func problem(_ error: any Error) -> String {
    switch error {
    case let fault as Line.Fault: fault.problem
    case DecodingError.keyNotFound(let key, _): "the key '\(key.stringValue)' is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "the value of '\(context.codingPath.map(\.stringValue).joined(separator: "."))'"
        + " is of the wrong type"
    default: "not a JSON object"
    }
  }
}

/// Any line of the file; which one it is, its keys tell.
private struct Line: Decodable {
  struct Fault: Error {
    var problem: String
  }

  struct Step: Decodable {
    var rule: String
    var start: Int
    var end: Int
    var words: String
    var effect: String
  }

  var id: String?
  var document: String
  var start: Int?
  var end: Int?
  var evidence: String?
  var holder: String?
  var source: String?
  var chain: [String]?
  var cue: String?
  var target: String?
  var targetParts: [String]?
  var polarity: String?
  var strength: Int?
  var modality: String?
  var confidence: Double?
  var construction: String?
  var trace: [Step]?
  var relation: String?
  var subject: String?
  var object: String?
  var year: Int?
  var title: String?
  var outlet: String?
  var author: String?
  var date: String?
  var url: String?
  var textHash: String?
  var text: String?

  enum CodingKeys: String, CodingKey {
    case id, document, start, end, evidence, holder, source, chain, cue, target
    case targetParts = "target_parts"
    case polarity, strength, modality, confidence, construction, trace
    case relation, subject, object, year
    case title, outlet, author, date, url
    case textHash = "text_sha256"
    case text
  }

  func add(to contents: inout StatementLines.Contents) throws {
    if let relation {
      contents.relations.append(
        Relation(
          id: try need(id, "id"), document: document, predicate: relation,
          subject: try entity(subject, "subject"), object: try entity(object, "object"),
          year: year, source: try speaker(), evidence: try span(),
          quotation: try need(evidence, "evidence"), confidence: try number(confidence),
          construction: construction ?? ""))
    } else if holder != nil {
      contents.statements.append(
        Statement(
          id: try need(id, "id"), document: document, holder: try entity(holder, "holder"),
          source: try speaker(), chain: try (chain ?? []).map { try entity($0, "chain") },
          cue: cue ?? "", target: try readTarget(), polarity: try choice(polarity, "polarity"),
          strength: strength ?? 3, modality: try choice(modality ?? "asserted", "modality"),
          date: date, evidence: try span(), quotation: try need(evidence, "evidence"),
          confidence: try number(confidence), construction: construction ?? "",
          trace: (trace ?? []).map {
            TraceStep(
              rule: $0.rule, span: TextSpan($0.start, $0.end), words: $0.words, effect: $0.effect)
          }))
    } else if let text {
      contents.documents.append(
        DocumentRecord(
          document: document, title: title, outlet: outlet, author: author, date: date, url: url,
          text: text, textHash: try need(textHash, "text_sha256")))
    } else {
      throw Fault(problem: "neither an article (text), a statement (holder) nor a relation")
    }
  }

  private func need(_ value: String?, _ key: String) throws -> String {
    guard let value else { throw Fault(problem: "the key '\(key)' is missing") }
    return value
  }

  private func entity(_ value: String?, _ key: String) throws -> EntityID {
    let value = try need(value, key)
    guard let entity = EntityID(scalars: value) else {
      throw Fault(problem: "'\(value)' in '\(key)' is not an entity id such as country:UA")
    }
    return entity
  }

  private func speaker() throws -> EntityID? {
    guard let source, !source.isEmpty else { return nil }
    return try entity(source, "source")
  }

  private func span() throws -> TextSpan {
    guard let start, let end, 0 <= start, start <= end else {
      throw Fault(problem: "'start' and 'end' are not offsets into the text")
    }
    return TextSpan(start, end)
  }

  private func number(_ value: Double?) throws -> Double {
    guard let value else { return 1 }
    guard (0...1).contains(value) else {
      throw Fault(problem: "'confidence' is \(value), not between 0 and 1")
    }
    return value
  }

  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ value: String?, _ key: String
  ) throws -> Choice {
    let value = try need(value, key)
    guard let choice = Choice(rawValue: value) else {
      let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw Fault(problem: "'\(value)' in '\(key)' is none of \(names)")
    }
    return choice
  }

  private func readTarget() throws -> Target {
    let id = try need(target, "target")
    if let parts = targetParts, parts.count >= 2 {
      let rest = Array(parts[2...])
      switch parts[0] {
      case "proposition": return .proposition(predicate: parts[1], arguments: rest)
      case "issue":
        return .issue(
          slug: parts[1],
          roles: try rest.map { $0 == "*" ? nil : try entity($0, "target_parts") })
      case "entity":
        if let kind = EntityID.Kind(rawValue: parts[1]), let key = rest.first {
          return .entity(EntityID(kind, key))
        }
      default: break
      }
    }
    guard let target = Target(id: id) else {
      throw Fault(problem: "'\(id)' in 'target' is neither an entity, an issue nor a proposition")
    }
    return target
  }
}
