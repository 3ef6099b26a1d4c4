import LanguageAnalysis
import StanceModel
import StanceOntology

/// The steps of a reading in words.
struct StepWords {
  let context: Context
  let marks: StatementMarks

  func lines(_ statement: Statement) -> [String] {
    var lines: [String] = []
    if let holder = marks.holder { lines.append(Self.holder(holder, statement, context)) }
    for (index, step) in statement.trace.enumerated() {
      lines.append(index == 0 ? cue(step, statement) : Self.words(of: step) ?? Self.bare(step))
    }
    let verb =
      switch statement.polarity {
      case .support: "supports"
      case .oppose: "opposes"
      case .neutral: "takes no side on"
      }
    lines.append("So \(statement.holder) \(verb) \(statement.target.id).")
    return lines
  }

  private static func holder(_ token: Int, _ statement: Statement, _ context: Context) -> String {
    let mention = context.mention(at: token)
    let words = context.words(mention?.tokens ?? token..<(token + 1))
    let entity = context.entity(at: token)
    let charged =
      entity == statement.holder || entity == nil
      ? "" : ", whose positions are those of \(statement.holder)"
    let kind =
      switch mention?.type {
      case .pronoun: "a pronoun that stands for"
      case .nominal: "a phrase that stands for"
      case .person, .organization, .location, nil: "the name of"
      }
    return "“\(words)” is \(kind) \(entity ?? statement.holder)\(charged)."
  }

  /// The first step: what the cue is, and what the clause around it does to its side.
  private func cue(_ step: TraceStep, _ statement: Statement) -> String {
    let carries = "“\(statement.cue)” carries the position, by the construction \(step.rule)"
    guard let token = marks.start else { return carries + "." }
    if step.effect == statement.target.id { return "\(carries): it decides \(step.effect)." }
    if let cue = context.cues[token], cue.polarity != 0 {
      let side = cue.polarity > 0 ? "for" : "against"
      let isTurned = step.effect.hasSuffix(cue.polarity > 0 ? " opposes" : " supports")
      let negations = context.tree.negations(of: token).map { "“\(context.words($0))”" }
      let negation =
        negations.isEmpty ? "a negation on it or above it" : negations.joined(separator: ", ")
      return "\(carries): a cue (\(cue.kind.rawValue)) \(side) what it governs"
        + (isTurned ? "; \(negation) turns the side round." : ".")
    }
    if step.effect.hasSuffix(" opposes") { return carries + ", against what it governs." }
    return step.effect.hasSuffix(" supports") ? carries + ", for what it governs." : carries + "."
  }

  /// A later step; nil for a rule that has no words here.
  static func words(of step: TraceStep) -> String? {
    let word = "“\(step.words)”"
    let flips = step.effect == "flips" ? "; that turns the side round" : ""
    switch step.rule {
    case "negation": return "\(word) is negated\(flips)."
    case "issue":
      let contrary = ", contrary"
      guard step.effect.hasSuffix(contrary) else { return "\(word) names \(step.effect)." }
      return
        "\(word) names the contrary of \(step.effect.dropLast(contrary.count)); that turns the side round."
    case "target": return "\(word) is what it is about: \(step.effect)."
    case "part of": return "\(word) is only a quantity: what it is of counts."
    case "coreference": return "\(word) \(step.effect)."
    case "what it enacts": return "\(word) is a text: what it decides counts."
    case "effort": return "\(word) is an effort: what it is for counts."
    case "shell noun": return "\(word) is an empty noun: what it is about counts."
    case "light verb": return "\(word) is a light verb: its noun counts."
    case "reported clause": return "\(word) only reports: its clause counts."
    case "evaluation": return "\(word) judges its subject\(flips)."
    default:
      guard let kind = CueRow.Kind(rawValue: step.rule) else { return nil }
      return step.effect == "flips"
        ? "\(word) is a cue (\(kind.rawValue)) against what it governs\(flips)."
        : "\(word) is a cue (\(kind.rawValue)) for what it governs."
    }
  }

  private static func bare(_ step: TraceStep) -> String {
    "\(step.rule): “\(step.words)” \(step.effect)."
  }
}
