public import SourceText

/// Words of a text that play a part in a statement.
public struct TextMark: Hashable, Sendable {
  public enum Role: String, Sendable, CaseIterable {
    case target, holder, cue
  }

  public var role: Role
  /// UTF-8 bytes of the article's text.
  public var span: TextSpan

  public init(_ role: Role, _ span: TextSpan) {
    self.role = role
    self.span = span
  }

  /// The part of a text with its marks in brackets: `[holder Norway] [cue opposes] [target the plan]`.
  ///
  /// One mark may stand in another; of two that overlap in part, the one that began later is closed and opened again.
  public static func bracketed(_ span: TextSpan, of text: String, marks: [TextMark]) -> String {
    let inside = marks.map {
      TextMark($0.role, TextSpan(max($0.span.start, span.start), min($0.span.end, span.end)))
    }.filter { !$0.span.isEmpty }
    // At one place the longer mark opens first, and of two on the same words the one that tells of the whole.
    let opening = inside.sorted { a, b in
      (a.span.start, -a.span.end, a.order) < (b.span.start, -b.span.end, b.order)
    }
    let places = Set(inside.flatMap { [$0.span.start, $0.span.end] }).sorted()
    var result = ""
    var open: [TextMark] = []
    var position = span.start
    for place in places {
      result += text[TextSpan(position, place)]
      position = place
      while open.contains(where: { $0.span.end == place }) {
        let outermost = open.firstIndex { $0.span.end == place } ?? open.startIndex
        let closed = open[outermost...]
        result += String(repeating: "]", count: closed.count)
        open.removeSubrange(outermost...)
        let again = closed.filter { $0.span.end > place }
        result += again.map(\.bracket).joined()
        open += again
      }
      for mark in opening where mark.span.start == place {
        result += mark.bracket
        open.append(mark)
      }
    }
    return result + text[TextSpan(position, span.end)]
  }

  private var bracket: String { "[\(role.rawValue) " }

  private var order: Int { Role.allCases.firstIndex(of: role) ?? 0 }
}
