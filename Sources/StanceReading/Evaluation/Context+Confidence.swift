import LanguageAnalysis
import StanceOntology

extension Context {
  /// What it does to the confidence how far from the cue its holder is named: 1 where the sentence names him, less
  /// where it only refers to him (a pronoun, a role noun), least where he is the speaker of words that run on.
  ///
  /// The factors are those that `scripts/calibrate_confidence.py` finds.
  func nearness(of holder: EntityID, to cue: Int) -> Double {
    let sentence = tree.sentenceIndices[cue]
    guard sentence >= 0, document.sentences.indices.contains(sentence) else { return 1 }
    var isReferredTo = false
    for token in document.sentences[sentence].tokens {
      guard let entity = mention(at: token)?.entity,
        entity == holder || polity(of: entity) == holder || self.holder(entity) == holder
      else { continue }
      if tokens.upos[token] != .pron { return 1 }
      isReferredTo = true
    }
    return isReferredTo ? 0.96 : 0.88
  }

  /// What a long sentence does to the confidence: its parse is less sure.
  func sureness(at cue: Int) -> Double {
    let sentence = tree.sentenceIndices[cue]
    guard sentence >= 0, document.sentences.indices.contains(sentence) else { return 1 }
    return document.sentences[sentence].tokens.count >= 40 ? 0.94 : 1
  }
}
