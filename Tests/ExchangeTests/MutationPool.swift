/// What mutations are drawn from: values about the limits of the schema, and markup that validators trip
/// over.
enum MutationPool {
    static let names = [
        "BatchID", "BerichtID", "BerichtType", "PublicatieDatum", "EindDatumHandelingsTermijn", "Onderwerp",
        "BerichtTekst", "Referentie", "GebruikerID", "SoortGebruiker", "Bijlagen", "Bijlage", "Inhoud",
        "BijlageType", "Omschrijving", "Volgorde", "Bericht", "BerichtInformatie", "Onbekend", "batchID",
    ]

    static let attributes = [
        #" id="1""#, #" xml:lang="nl""#, #" xsi:nil="true""#, #" xsi:nil="false""#,
        #" xsi:schemaLocation="a b""#,
        #" xsi:noNamespaceSchemaLocation="none.xsd""#, #" xsi:type="xs:int""#, #" xsi:type="xs:short""#,
        #" xsi:type="xs:byte""#, #" xsi:type="xs:string""#, #" xsi:type="xs:dateTime""#,
        #" xsi:type="m:guid""#,
        #" xsi:type="xs:long""#, #" xsi:type="q:none""#,
        #" xsi:type="int" xmlns="http://www.w3.org/2001/XMLSchema""#,
        #" xsi:unknown="1""#, #" xmlns:q="urn:q""#, #" xmlns:q="urn:q" q:x="1""#, #" xmlns:m="urn:other""#,
        #" xmlns:xsi="urn:other" xsi:type="1""#, #" xsi:type="xs:base64Binary""#, #" m:id="1""#,
        #" xsi:type="""#,
        #" u:undeclared="1""#, #" xmlns:e="""#,
    ]

    static let between = [
        " ", "\n\t", "\r\n", "&#32;", "&#x9;", "x", "&#133;", "&#160;", "<!-- y -->", "<?y z?>",
        "<![CDATA[ ]]>",
        "<![CDATA[]]>", "<![CDATA[x]]>", "\u{2028}", "&amp;", "<!-- a --><!-- b -->", "0",
    ]

    static func value(of name: String, using generator: inout SeededGenerator) -> String {
        switch name {
        case "BatchID", "BerichtID": wrapped(generator.pick(guids), using: &generator)
        case "AanmaakDatum", "PublicatieDatum", "EindDatumHandelingsTermijn":
            generator.pick(spaces) + wrapped(date(using: &generator), using: &generator)
                + generator.pick(spaces)
        case "Volgorde":
            generator.pick(spaces) + wrapped(generator.pick(integers), using: &generator)
                + generator.pick(spaces)
        case "Inhoud": wrapped(base64(using: &generator), using: &generator)
        case "SoortGebruiker", "BijlageType": generator.pick(choices)
        case "BerichtLeverancierID", "Referentie": text(about: 25, using: &generator)
        case "BerichtType": text(about: 8, using: &generator)
        case "Onderwerp": text(about: 50, using: &generator)
        case "BerichtTekst": text(about: 4_000, using: &generator)
        case "Omschrijving": text(about: 128, using: &generator)
        default: text(about: 3, using: &generator)
        }
    }

    /// The same text in other markup.
    private static func wrapped(_ text: String, using generator: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: return "<![CDATA[\(text)]]>"
        case 1: return text.unicodeScalars.map { "&#\($0.value);" }.joined()
        case 2:
            let middle = text.index(text.startIndex, offsetBy: text.count / 2)
            return text[..<middle] + generator.pick(["<!-- x -->", "<?x?>", "<![CDATA[]]>"]) + text[middle...]
        default: return text
        }
    }

    private static func text(about limit: Int, using generator: inout SeededGenerator) -> String {
        let letter = generator.pick([
            "a", "é", "e\u{301}", "\u{1F469}\u{200D}\u{1F467}", "\u{10FFFF}", "&lt;", " ", "\n",
        ])
        let letters = letter.hasPrefix("&") ? 1 : letter.unicodeScalars.count
        let count = generator.pick([0, 1, 2, limit - 1, limit, limit, limit + 1, limit * 2])
        let rest = String(repeating: "x", count: count % letters)
        return wrapped(
            String(repeating: letter, count: count / letters) + rest, using: &generator, of: letter)
    }

    private static func wrapped(
        _ text: String, using generator: inout SeededGenerator, of letter: String
    ) -> String {
        letter.hasPrefix("&") ? text : wrapped(text, using: &generator)
    }

    private static let spaces = ["", "", "", "", "", " ", "\n", "&#32;", "\t \r\n"]

    private static let guids = [
        SampleBatch.batchID, "00000000-0000-0000-0000-000000000000", "abcdefAB-CDEF-1234-5678-90abcdefABCD",
        "٠١٢٣٤٥٦٧-1111-1111-1111-111111111111", "0000000\u{0DE6}-1111-1111-1111-111111111111",
        "１1111111-1111-1111-1111-111111111111", "²1111111-1111-1111-1111-111111111111",
        "11111111-1111-1111-1111-1111111111111", "11111111-1111-1111-1111-11111111111",
        "g1111111-1111-1111-1111-111111111111",
        "111111111111-1111-1111-111111111111", " 11111111-1111-1111-1111-111111111111",
        "11111111-1111-1111-1111-111111111111\n", "{11111111-1111-1111-1111-111111111111}",
        "11111111‐1111-1111-1111-111111111111", "𝟎1111111-1111-1111-1111-111111111111",
    ]

    private static let integers = [
        "0", "1", "-1", "+2", "-0", "+0", "2147483647", "2147483648", "-2147483648", "-2147483649", "007", "",
        "+", "-", "--1",
        "+-1", "1 2", "1.0", "1e3", "0x1", "١", "000000000000000000000000000000000001",
        "99999999999999999999999999",
        "127", "128", "-128", "-129", "32767", "32768", "-32769", "4294967297", "1a", "18446744073709551617",
    ]

    private static let choices = [
        "Burger", "Pdf", "burger", "PDF", " Burger", "Pdf ", "", "Bedrijf", "<![CDATA[Pdf]]>",
        "Bur<!-- -->ger",
    ]

    private static func date(using generator: inout SeededGenerator) -> String {
        let year = generator.pick([
            "2026", "2024", "1900", "0001", "0000", "-0001", "12026", "02026", "206", "+2026", "2100",
        ])
        let day = generator.pick([
            "01-01", "02-28", "02-29", "02-30", "04-31", "12-31", "13-01", "00-10", "1-1", "06-00", "11-02",
        ])
        let hour = generator.pick([
            "00:00:00", "12:30:59", "23:59:59", "24:00:00", "24:00:01", "23:59:60", "25:00:00", "12:60:00",
            "1:00:00", "12:30", "T",
        ])
        let fraction = generator.pick(["", "", "", ".5", ".123456789012", ".", ".0", ",5", ".5.5"])
        let zone = generator.pick([
            "", "Z", "Z", "+01:00", "-14:00", "+14:00", "+14:01", "-13:59", "z", "+1:00", "+0100", "-00:00",
            "+24:00", " Z",
        ])
        if generator.chance(1, in: 3) { return "2026-11-02T09:00:00\(fraction)\(zone)" }
        if generator.chance(1, in: 3) { return "\(year)-\(day)T12:00:00Z" }
        return "\(year)-\(day)\(generator.pick(["T", "T", "T", "T", " ", "t", ""]))\(hour)\(fraction)\(zone)"
    }

    private static func base64(using generator: inout SeededGenerator) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        let digits = (0..<Int.random(in: 0...20, using: &generator)).map { _ in
            String(generator.pick(alphabet))
        }
        var text = digits.joined(separator: generator.pick(["", "", "", " ", "\n", "!", "-", "é"]))
        text += generator.pick(["", "", "A", "Q", "g", "w", "E", "8"])
        return text + generator.pick(["", "", "", "=", "==", "===", "= =", "=A", " =\n", "==!"])
    }
}
