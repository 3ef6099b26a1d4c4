import SourceText
import StanceOntology

/// The order of every output: strings by their UTF-8 bytes, never by locale or normal form.
public enum ByteOrder {
  /// Whether `a` comes before `b` by UTF-8 bytes.
  public static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  /// The strings, sorted by UTF-8 bytes.
  public static func sorted(_ strings: some Sequence<String>) -> [String] {
    strings.sorted(by: precedes)
  }

  /// Whether `a` comes before `b`, comparing the first key that differs.
  static func precedes(_ a: [String], _ b: [String]) -> Bool {
    for (x, y) in zip(a, b) where !x.utf8.elementsEqual(y.utf8) { return precedes(x, y) }
    return a.count < b.count
  }
}

/// What has a place in an article: sorted by document, start, end, holder, target, id.
protocol Located {
  var place: (document: String, span: TextSpan) { get }
  /// Decides between two at one place.
  var tieBreakers: [String] { get }
}

extension Located {
  func precedes(_ other: Self) -> Bool {
    let (a, b) = (place, other.place)
    guard a.document.utf8.elementsEqual(b.document.utf8) else {
      return ByteOrder.precedes(a.document, b.document)
    }
    return a.span == b.span ? ByteOrder.precedes(tieBreakers, other.tieBreakers) : a.span < b.span
  }
}

extension Statement: Located {
  var place: (document: String, span: TextSpan) { (document, evidence) }
  var tieBreakers: [String] {
    [
      holder.description, target.id, id, polarity.rawValue, modality.rawValue, cue, construction,
      source?.description ?? "", String(strength), String(confidence),
    ]
  }

  /// The statements in the order of every output: document, start, end, holder, target, id.
  public static func sorted(_ statements: some Sequence<Statement>) -> [Statement] {
    statements.sorted { $0.precedes($1) }
  }
}

extension Relation: Located {
  var place: (document: String, span: TextSpan) { (document, evidence) }
  var tieBreakers: [String] {
    [
      subject.description, object.description, id, predicate, year.map(String.init) ?? "",
      construction, source?.description ?? "", String(confidence),
    ]
  }

  /// The relations in the order of every output: document, start, end, subject, object, id.
  public static func sorted(_ relations: some Sequence<Relation>) -> [Relation] {
    relations.sorted { $0.precedes($1) }
  }
}
