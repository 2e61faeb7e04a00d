/// Words as they are searched: without capitals and accents, so that "Groningse" finds what "groningse
/// crèche" says.
enum SearchWords {
    /// The rest of a longer word is not looked at: nobody types so much of it.
    static let wordScalarLimit = 40

    /// The words of a text, each once, in the order in which they first appear.
    static func words(in text: String) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var known: Set<[UInt8]> = []
        var word: [UInt8] = []
        var length = 0
        func end() {
            if !word.isEmpty, known.insert(word).inserted { words.append(word) }
            word.removeAll(keepingCapacity: true)
            length = 0
        }
        for scalar in text.unicodeScalars {
            switch part(scalar) {
            case .letters(let folded):
                if length < wordScalarLimit { word.append(contentsOf: folded.utf8) }
                length += 1
            case .ascii(let byte):
                if length < wordScalarLimit { word.append(byte) }
                length += 1
            case .accent: break
            case .between: end()
            }
        }
        end()
        return words
    }

    private enum Part {
        case ascii(UInt8)
        case letters(String)
        /// A mark that stands by itself on the letter before it.
        case accent
        case between
    }

    private static func part(_ scalar: Unicode.Scalar) -> Part {
        switch scalar {
        case "a"..."z", "0"..."9": return .ascii(UInt8(scalar.value))
        case "A"..."Z": return .ascii(UInt8(scalar.value) + 32)
        default: break
        }
        guard !scalar.isASCII else { return .between }
        let properties = scalar.properties
        if properties.generalCategory == .nonspacingMark { return .accent }
        guard properties.isAlphabetic || properties.numericType != nil else { return .between }
        return .letters(bare(scalar))
    }

    /// The letter under its accent, told by its name: "LATIN SMALL LETTER E WITH GRAVE" is an e. So no table
    /// of letters is needed, nor Foundation's.
    private static func bare(_ scalar: Unicode.Scalar) -> String {
        let small = scalar.properties.lowercaseMapping
        guard let first = small.unicodeScalars.first, let name = first.properties.name else { return small }
        for prefix in ["LATIN SMALL LETTER ", "LATIN SMALL LIGATURE "] where name.hasPrefix(prefix) {
            let rest = name.dropFirst(prefix.count)
            let letter = rest.prefix { $0 != " " }
            guard prefix.hasSuffix("LIGATURE ") || rest.dropFirst(letter.count).hasPrefix(" WITH ") else {
                return small
            }
            return letter.lowercased()
        }
        return small
    }
}
