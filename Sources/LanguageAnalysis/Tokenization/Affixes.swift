/// What keeps its hyphen: by the treebanks a hyphenated word falls apart (`so - called`) unless its first part
/// is a bound prefix or its last a bound suffix.
enum Affixes {
  static let prefixes: Set<String> = [
    "ante", "anti", "arch", "bi", "bio", "co", "counter", "cross", "cyber", "de", "e", "ex",
    "extra", "geo",
    "hyper", "inter", "intra", "macro", "mega", "micro", "mid", "mini", "mis", "multi", "neo",
    "non", "over",
    "para", "post", "pre", "pro", "proto", "pseudo", "psycho", "quasi", "re", "semi", "socio",
    "sub", "super",
    "trans", "tri", "ultra", "un", "uni",
  ]

  static let suffixes: Set<String> = [
    "esque", "ette", "fest", "fold", "gate", "ish", "itis", "less", "rama", "wise",
  ]
}
