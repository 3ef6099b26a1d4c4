import FoundationEssentials
public import SourceText
public import StanceModel

/// A position that a person coded in an article.
///
/// Every list is of answers that count as right.
public struct GoldStance: Sendable {
  /// What a coder reads off the words, and what takes inference.
  public enum Level: String, Sendable, Decodable { case core, hard }

  /// A target with the polarity that goes with it; nil is either polarity.
  public struct Reading: Sendable {
    public var targets: [String]
    public var polarity: Polarity?
  }

  public var id: String
  public var level: Level
  /// The words coded: UTF-8 bytes of the article's text.
  public var span: TextSpan
  /// Whether the coder says no more than the article: then the holder and the target decide, wherever they stand.
  public var isAnywhere = false
  public var anchor: String
  public var holders: [String]
  /// Empty where the article speaks; nil where that was not coded.
  public var sources: [String]?
  /// The first is the plain one; the others say the same the other way round.
  public var readings: [Reading]
}

/// A fact between two entities that a person coded in an article.
public struct GoldRelation: Sendable {
  public var id: String
  public var span: TextSpan
  public var anchor: String
  public var predicates: [String]
  public var subjects: [String]
  public var objects: [String]
  public var year: Int?
}

/// What a person coded in one article.
public struct Gold: Sendable {
  public var stances: [GoldStance] = []
  public var relations: [GoldRelation] = []
  /// Whether relations were coded at all.
  public var hasRelations = false
  /// Lines that could not be read; the others were.
  public var faults: [Diagnostic] = []

  init(stances: [GoldStance]) { self.stances = stances }

  /// Reads `NAME.stances.jsonl` and, where it is there, `NAME.relations.jsonl` beside it.
  ///
  /// A line of the first: `{"id","level":"core|hard","anchor","nth"?,"holder":[…],"source":[…],"target":[…],
  /// "polarity":"support|oppose|*","alt"?:[{"target":[…],"polarity"}]}`; of the second: `{"id","anchor","nth"?,
  /// "relation","subject","object","year"?}`. `anchor` is a text of the article, `nth` which occurrence of it.
  /// - Parameters:
  ///   - path: the file of stances.
  ///   - text: the article's text.
  /// - Throws: `Diagnostic` where the file of stances can't be read.
  public init(path: String, text: String) throws {
    let bytes = Array(text.utf8)
    stances = try read(path) { (line: StanceLine) in try line.stance(in: bytes) }
    let relationsPath = path.replacing(".stances.jsonl", with: ".relations.jsonl")
    guard relationsPath != path, FileManager.default.fileExists(atPath: relationsPath) else {
      return
    }
    hasRelations = true
    relations = try read(relationsPath) { (line: RelationLine) in try line.relation(in: bytes) }
  }

  private mutating func read<Line: Decodable, Record>(
    _ path: String, record: (Line) throws -> Record
  ) throws -> [Record] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Diagnostic(
        .noInput, file: path, problem: "the gold can't be read",
        remedy: "Name a folder that holds NAME.stances.jsonl for NAME.txt.")
    }
    let decoder = JSONDecoder()
    var records: [Record] = []
    for (index, line) in data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where line.contains(where: { $0 > 0x20 }) {
      do {
        records.append(try record(decoder.decode(Line.self, from: line)))
      } catch {
        faults.append(
          Diagnostic(
            file: path, line: index + 1, problem: problem(error),
            remedy: "docs/evaluation.md describes the lines."))
      }
    }
    return records
  }
}

private func problem(_ error: any Error) -> String {
  switch error {
  case let fault as Fault: fault.problem
  case DecodingError.keyNotFound(let key, _): "the key '\(key.stringValue)' is missing"
  case DecodingError.typeMismatch(_, let context) where !context.codingPath.isEmpty,
    DecodingError.valueNotFound(_, let context) where !context.codingPath.isEmpty,
    DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
    "the value of '\(context.codingPath.map(\.stringValue).joined(separator: "."))' is wrong"
  default: "not a JSON object"
  }
}

private struct Fault: Error {
  var problem: String
}

/// A text, or a list of texts.
private struct Texts: Decodable {
  var all: [String]

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let one = try? container.decode(String.self) {
      all = [one]
    } else {
      all = try container.decode([String].self)
    }
  }
}

private func polarity(_ name: String) throws -> Polarity? {
  if name == "*" { return nil }
  guard let polarity = Polarity(rawValue: name) else {
    throw Fault(problem: "'\(name)' is no polarity: support, oppose, neutral or *")
  }
  return polarity
}

/// Where the n-th occurrence of a text stands.
private func place(_ anchor: String, _ nth: Int?, in text: [UInt8]) throws -> TextSpan {
  let words = Array(anchor.utf8)
  guard let first = words.first else { throw Fault(problem: "the anchor is empty") }
  var left = max(1, nth ?? 1)
  var start = 0
  while start + words.count <= text.count {
    if text[start] == first, text[start..<(start + words.count)].elementsEqual(words) {
      left -= 1
      if left == 0 { return TextSpan(start, start + words.count) }
    }
    start += 1
  }
  throw Fault(problem: "“\(anchor)” does not stand in the article so often")
}

private struct StanceLine: Decodable {
  struct Alternative: Decodable {
    var target: Texts
    var polarity: String
  }

  var id: String
  var level: GoldStance.Level?
  var anchor: String
  var nth: Int?
  var holder: Texts
  var source: Texts?
  var target: Texts
  var polarity: String
  var alt: [Alternative]?

  func stance(in text: [UInt8]) throws -> GoldStance {
    let first = GoldStance.Reading(
      targets: target.all, polarity: try StanceEvaluation.polarity(polarity))
    let others = try (alt ?? []).map {
      GoldStance.Reading(
        targets: $0.target.all, polarity: try StanceEvaluation.polarity($0.polarity))
    }
    return GoldStance(
      id: id, level: level ?? .core, span: try place(anchor, nth, in: text), anchor: anchor,
      holders: holder.all, sources: source?.all.filter { !$0.isEmpty } ?? [],
      readings: [first] + others)
  }
}

private struct RelationLine: Decodable {
  var id: String
  var anchor: String
  var nth: Int?
  var relation: String
  var subject: Texts
  var object: Texts
  var year: Int?

  func relation(in text: [UInt8]) throws -> GoldRelation {
    GoldRelation(
      id: id, span: try place(anchor, nth, in: text), anchor: anchor,
      predicates: relation.split(separator: "|").map { String($0) }, subjects: subject.all,
      objects: object.all, year: year)
  }
}
