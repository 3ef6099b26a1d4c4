import ArticleReading
import Foundation
import LanguageAnalysis
import SourceText
import StanceOntology

/// The document of a parsed text in a short notation.
///
/// A token is `form|UPOS|XPOS|head|relation` with `|lemma` where it is not the form in lower case; heads
/// count from 1 in the sentence, 0 is the root. A token that follows its neighbour without a blank begins
/// with `~`. Each line is a sentence; an empty line begins a paragraph.
func parsed(_ text: String, date: String? = nil) -> Document {
  var tokens = Tokens()
  var sentences: [Sentence] = []
  var body = ""
  var beginsBlock = true
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    let cells = line.split(separator: " ").map { $0.split(separator: "|").map(String.init) }
    guard !cells.isEmpty else {
      beginsBlock = true
      continue
    }
    let first = tokens.count
    let start = body.utf8.count + (body.isEmpty ? 0 : 1)
    for cell in cells {
      let isGlued = cell[0].hasPrefix("~") && cell[0].count > 1
      let form = isGlued ? String(cell[0].dropFirst()) : cell[0]
      if !body.isEmpty, !isGlued { body += tokens.count == first && beginsBlock ? "\n" : " " }
      let from = body.utf8.count
      body += form
      tokens.spans.append(TextSpan(from, body.utf8.count))
      tokens.forms.append(form)
      tokens.upos.append(UPOS(rawValue: cell[1]) ?? .x)
      tokens.xpos.append(cell[2])
      tokens.heads.append((Int(cell[3]) ?? 0) - 1 < 0 ? -1 : first + (Int(cell[3]) ?? 0) - 1)
      tokens.relations.append(cell[4])
      tokens.lemmas.append(
        cell.count > 5 ? cell[5] : cell[1] == "PROPN" ? form : form.lowercased())
      tokens.features.append("_")
    }
    sentences.append(
      Sentence(
        tokens: first..<tokens.count, span: TextSpan(start, body.utf8.count),
        beginsBlock: beginsBlock, isHeading: false))
    beginsBlock = false
  }
  let article = Article(
    document: "test", path: "test", text: body, textHash: "", blocks: [], date: date)
  var document = Document(article: article)
  document.tokens = tokens
  document.sentences = sentences
  return document
}

/// The tables that ship with the program.
enum Shipped {
  static let directory = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "ontology").path

  static func linker() throws -> DocumentLinker {
    try DocumentLinker(
      ontology: try Ontology(directories: [directory]), directories: [directory])
  }
}

extension Document {
  /// The words of token ranges.
  func words(_ ranges: [Range<Int>]) -> [String] {
    ranges.map { range in
      guard let first = range.first, let last = range.last else { return "" }
      return article.text[tokens.spans[first].union(tokens.spans[last])]
    }
  }

  /// The entity of the mention that is headed by the first token of this form at or after `start`.
  func entity(of form: String, from start: Int = 0) -> String? {
    guard let token = (start..<tokens.count).first(where: { tokens.forms[$0] == form }) else {
      return nil
    }
    return mentions.first { $0.head == token }?.entity?.description
  }
}
