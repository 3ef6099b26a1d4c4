import SourceText
import StanceGraphKit
import StanceModel
import StanceOntology
import StanceReading

/// How statements were read, and why sentences gave none, for people.
enum ExplanationText {
  /// - Parameter text: the article's text; empty where it is not known.
  static func text(of item: ExplainedStatement, in text: String) -> String {
    let statement = item.statement
    let verb =
      statement.polarity == .oppose
      ? "opposes" : statement.polarity == .support ? "supports" : "takes no side on"
    var lines = ["\(statement.id): \(statement.holder) \(verb) \(statement.target.id)"]
    var place =
      "\(statement.document), bytes \(statement.evidence.start) to \(statement.evidence.end)"
    if let source = statement.source { place += ", said by \(source)" }
    lines.append("  " + place)
    if !statement.chain.isEmpty {
      lines.append("  through \(statement.chain.map(\.description).joined(separator: " > "))")
    }
    if let explanation = item.explanation {
      lines.append("  " + marked(explanation, in: text))
      if let speaker = explanation.speaker {
        lines.append(
          "  [holder \(StatementTable.line(text[speaker]))] stands in another sentence, at byte \(speaker.start)"
        )
      }
    } else {
      lines.append("  “\(StatementTable.line(statement.quotation))”")
    }
    lines.append(
      "  cue “\(statement.cue)”, \(statement.construction), \(statement.modality.rawValue), "
        + "strength \(statement.strength) of 5, confidence \(NumberText.twoDecimals(statement.confidence))"
    )
    lines.append("")
    if let explanation = item.explanation {
      lines += parse(explanation.parse)
    } else {
      lines.append("  no parse: the article's text is not there, or not as it was read")
    }
    lines.append("")
    let steps =
      item.explanation?.steps
      ?? statement.trace.map { "\($0.rule): “\($0.words)” \($0.effect)." }
    for (number, step) in steps.enumerated() {
      lines.append("  \(number + 1). \(StatementTable.line(step))")
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  /// The sentence with the words that matter in brackets, on one line.
  static func marked(_ explanation: Explanation, in text: String) -> String {
    StatementTable.line(
      TextMark.bracketed(explanation.sentence, of: text, marks: explanation.marks))
  }

  /// A line a word in text order, set in by its depth in the tree: number, word, part of speech, relation, head.
  static func parse(_ words: [ParsedWord]) -> [String] {
    func indented(_ word: ParsedWord) -> String {
      String(repeating: "  ", count: min(word.depth, 12)) + StatementTable.line(word.form)
    }
    let width = words.map { indented($0).count }.max() ?? 0
    let relationWidth = words.map(\.relation.count).max() ?? 0
    return words.map { word in
      let number = String(word.number)
      let head =
        words.indices.contains(word.head - 1)
        ? "\(word.head) \(StatementTable.line(words[word.head - 1].form))" : ""
      let cells = [
        String(repeating: " ", count: max(0, 3 - number.count)) + number,
        padded(indented(word), width), padded(word.upos, 5), padded(word.relation, relationWidth),
        head,
      ]
      let line = "  " + cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// A sentence, and why it gave no statement or which it gave.
  static func text(
    of report: SentenceReport, in text: String, document: String, withParse: Bool
  ) -> String {
    var lines = ["\(document):\(report.span.start): “\(StatementTable.line(text[report.span]))”"]
    var rest = report.cues[...]
    if report.isRead {
      for cue in report.cues {
        if case .read(let summary) = cue.outcome {
          lines.append("  read: \(summary), by “\(StatementTable.line(cue.words))”")
        }
      }
    } else if let reason = report.noCue {
      lines.append("  not read: \(StatementTable.line(reason))")
    } else if case .failed(let reason) = rest.popFirst()?.outcome {
      lines.append("  not read: \(StatementTable.line(reason))")
    }
    for cue in rest {
      guard case .failed(let reason) = cue.outcome else { continue }
      lines.append(
        "  also, at \(cue.span.start)\(cue.kind.map { " (\($0))" } ?? ""): \(StatementTable.line(reason))"
      )
    }
    if withParse { lines += [""] + parse(report.parse) }
    return lines.joined(separator: "\n") + "\n\n"
  }
}
