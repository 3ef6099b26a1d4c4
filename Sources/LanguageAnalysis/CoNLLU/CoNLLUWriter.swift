import ArticleReading
import SourceText
import StanceOntology

/// Writes a document as CoNLL-U (https://universaldependencies.org/format.html).
///
/// MISC holds, in this order, what there is of
/// - `Entity=country:UA` at the head of a name that is linked, several parted by commas;
/// - `Name=B-PER`, `I-PER`, `B-ORG`, … at the words of a name, where the encoder's own
///   where there are, otherwise the longest of nested mentions;
/// - `SpaceAfter=No`.
///
/// A sentence that was not parsed has `_` in HEAD and DEPREL.
public struct CoNLLUWriter: Sendable {
  public init() {}

  /// The document's lines.
  ///
  /// - Parameters:
  ///   - document: its columns must all have the same count.
  ///   - multiwordTokens: as the tokenizer or the reader gave them, in text order.
  ///   - comments: for a document that was CoNLL-U, the comment lines of each sentence, which are written
  ///     as they are in place of our own.
  public func write(
    _ document: Document, multiwordTokens: [MultiwordToken], comments: [[String]] = []
  ) -> String {
    var output = ""
    output.reserveCapacity(document.tokens.count * 48)
    let misc = Misc(document)
    let text = document.article.text
    var words = multiwordTokens[...]
    for (number, sentence) in document.sentences.enumerated() {
      let isGiven = number < comments.count && !comments[number].isEmpty
      if isGiven {
        for line in comments[number] { output += line + "\n" }
      } else {
        let name = document.article.document
        if number == 0 { output += "# newdoc id = \(cell(name))\n" }
        if sentence.beginsBlock { output += "# newpar\n" }
        output += "# sent_id = \(Self.sentenceName(name))-\(number + 1)\n"
        output += "# text = \(Self.oneLine(text[sentence.span]))\n"
      }
      let isParsed =
        document.tokens.isTree(sentence.tokens) && !document.tokens.isUnparsed(sentence.tokens)
      for i in sentence.tokens {
        while let word = words.first, word.tokens.lowerBound < i { words.removeFirst() }
        if let word = words.first, word.tokens.lowerBound == i,
          word.tokens.upperBound <= sentence.tokens.upperBound
        {
          let offset = sentence.tokens.lowerBound - 1
          output +=
            "\(word.tokens.lowerBound - offset)-\(word.tokens.upperBound - 1 - offset)\t\(cell(word.form))"
          output += String(repeating: "\t_", count: 7)
          output += misc.spaceFollows(word.tokens.upperBound - 1) ? "\t_\n" : "\tSpaceAfter=No\n"
        }
        let isPart = words.first.map { $0.tokens.contains(i) } ?? false
        write(document.tokens, i, sentence.tokens.lowerBound, isParsed, to: &output)
        output += "\t\(misc.column(i, spaces: !isPart))\n"
      }
      output += "\n"
    }
    return output
  }

  private func write(
    _ tokens: Tokens, _ i: Int, _ first: Int, _ isParsed: Bool, to output: inout String
  ) {
    output += "\(i - first + 1)\t\(cell(tokens.forms[i]))\t\(cell(tokens.lemmas[i]))"
    output += "\t\(tokens.upos[i].rawValue)\t\(cell(tokens.xpos[i]))\t\(cell(tokens.features[i]))"
    if isParsed {
      output +=
        "\t\(tokens.heads[i] < 0 ? 0 : tokens.heads[i] - first + 1)\t\(cell(tokens.relations[i]))\t_"
    } else {
      output += "\t_\t_\t_"
    }
  }

  /// A document's name as part of a `sent_id`, which may hold neither white space nor a slash: those are
  /// written as in a URL (`%2F`).
  private static func sentenceName(_ name: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in oneLine(name).unicodeScalars {
      switch scalar {
      case "/": output.append(contentsOf: "%2F".unicodeScalars)
      case " ": output.append(contentsOf: "%20".unicodeScalars)
      case "%": output.append(contentsOf: "%25".unicodeScalars)
      default: output.append(scalar)
      }
    }
    return String(output)
  }

  /// The value of a column, which is never empty and holds no tab, no line's end and no outer space.
  private func cell(_ value: String) -> String {
    value.isEmpty ? "_" : Self.oneLine(value)
  }

  /// The text with each stretch of white space and control characters as one space, none at its ends.
  static func oneLine(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    var spaceIsDue = false
    for scalar in text.unicodeScalars {
      if scalar.value <= 0x20 || scalar.value == 0x7F
        || (scalar.value >= 0x80 && CharacterClass(scalar) == .space)
      {
        spaceIsDue = !output.isEmpty
      } else {
        if spaceIsDue { output.append(" ") }
        spaceIsDue = false
        output.append(scalar)
      }
    }
    return String(output)
  }
}

extension Tokens {
  /// Whether the parser has not been there: the columns have their neutral values.
  func isUnparsed(_ sentence: Range<Int>) -> Bool {
    sentence.allSatisfy { heads[$0] == -1 && relations[$0] == "dep" }
  }
}

/// The MISC column of a document.
private struct Misc {
  private let document: Document
  private var names: [String?]
  private var entities: [[String]]

  init(_ document: Document) {
    self.document = document
    names = Array(repeating: nil, count: document.tokens.count)
    entities = Array(repeating: [], count: document.tokens.count)
    for mention in document.mentions {
      guard let tag = mention.type.nameTag else { continue }
      let tokens = mention.tokens.clamped(to: 0..<document.tokens.count)
      if let entity = mention.entity, tokens.contains(mention.head) {
        entities[mention.head].append(Self.value(entity.description))
      }
      guard document.names.isEmpty, tokens.allSatisfy({ names[$0] == nil }) else { continue }
      for i in tokens { names[i] = (i == tokens.lowerBound ? "B-" : "I-") + tag }
    }
    // Where the encoder has named the names, its spans are shown: linking adds adjectives and titles.
    for name in document.names {
      guard let tag = name.type.nameTag else { continue }
      let tokens = name.words.clamped(to: 0..<document.tokens.count)
      for i in tokens { names[i] = (i == tokens.lowerBound ? "B-" : "I-") + tag }
    }
  }

  func column(_ i: Int, spaces: Bool) -> String {
    var parts: [String] = []
    if !entities[i].isEmpty { parts.append("Entity=" + entities[i].joined(separator: ",")) }
    if let name = names[i] { parts.append("Name=" + name) }
    if spaces, !spaceFollows(i) { parts.append("SpaceAfter=No") }
    return parts.isEmpty ? "_" : parts.joined(separator: "|")
  }

  /// Whether white space follows the token in the text.
  func spaceFollows(_ i: Int) -> Bool {
    let spans = document.tokens.spans
    guard i + 1 < spans.count else { return true }
    return spans[i + 1].start > spans[i].end
  }

  /// A value without what parts values and lines.
  private static func value(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(scalar == "|" || scalar == "," || scalar.value <= 0x20 ? "_" : scalar)
    }
    return String(scalars)
  }
}

extension MentionType {
  /// The tag of the name corpora; nil for a phrase that is no name.
  var nameTag: String? {
    switch self {
    case .person: "PER"
    case .organization: "ORG"
    case .location: "LOC"
    case .nominal, .pronoun: nil
    }
  }
}
