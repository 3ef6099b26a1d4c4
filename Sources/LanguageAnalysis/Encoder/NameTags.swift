/// A name in a sentence.
public struct NamePhrase: Sendable, Hashable {
  /// Words of the sentence, or tokens of the document, as the function says that returns it.
  public var words: Range<Int>
  public var type: MentionType

  public init(words: Range<Int>, type: MentionType) {
    self.words = words
    self.type = type
  }
}

/// A tag of the scheme that marks the begin (B) and the inside (I) of names (Ramshaw and Marcus 1995).
enum NameTag: Sendable, Hashable {
  case outside
  case begin(MentionType)
  case inside(MentionType)

  init?(_ label: String) {
    let types: [Substring: MentionType] = [
      "PER": .person, "ORG": .organization, "LOC": .location,
    ]
    if label == "O" {
      self = .outside
    } else if let type = types[label.dropFirst(2)] {
      switch label.prefix(2) {
      case "B-": self = .begin(type)
      case "I-": self = .inside(type)
      default: return nil
      }
    } else {
      return nil
    }
  }

  func canFollow(_ previous: NameTag) -> Bool {
    guard case .inside(let type) = self else { return true }
    return previous == .begin(type) || previous == .inside(type)
  }

  /// The names of the best row of tags that is well formed (Viterbi over the sums of scores).
  /// `scores` has a row of `tags.count` for each word.
  static func names(_ scores: [Float], _ tags: [NameTag]) -> [NamePhrase] {
    let k = tags.count
    let n = k == 0 ? 0 : scores.count / k
    guard n > 0 else { return [] }
    var best = (0..<k).map { tags[$0].canFollow(.outside) ? scores[$0] : -.infinity }
    var from: [Int] = []
    from.reserveCapacity(n * k)
    for word in 1..<max(n, 1) {
      var next = best
      for tag in 0..<k {
        var previous = -1
        for p in 0..<k
        where tags[tag].canFollow(tags[p]) && (previous < 0 || best[p] > best[previous]) {
          previous = p
        }
        from.append(max(0, previous))
        next[tag] = previous < 0 ? -.infinity : best[previous] + scores[word * k + tag]
      }
      best = next
    }
    var tag = best.indices.max { best[$0] < best[$1] } ?? 0
    var path = [tag]
    for word in stride(from: n - 1, to: 0, by: -1) {
      tag = from[(word - 1) * k + tag]
      path.append(tag)
    }
    path.reverse()

    var names: [NamePhrase] = []
    for (word, tag) in path.enumerated() {
      switch tags[tag] {
      case .outside: break
      case .begin(let type): names.append(NamePhrase(words: word..<(word + 1), type: type))
      case .inside:
        if let last = names.indices.last {
          names[last].words = names[last].words.lowerBound..<(word + 1)
        }
      }
    }
    return names
  }
}
