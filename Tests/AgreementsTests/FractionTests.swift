import Agreements
import Testing

struct FractionTests {
    @Test func `4 minutes down in 30 days is 99,9907 %`() {
        #expect(Fraction(43_196, of: 43_200).percentage(decimals: 4, rounding: .down) == "99,9907 %")
    }

    @Test func `a share is rounded toward the side on which its norm fails`() {
        #expect(Fraction(98_999_999, of: 100_000_000).percentage(rounding: .down) == "98,99 %")
        #expect(Fraction(3_000_001, of: 100_000_000).percentage(rounding: .up) == "3,01 %")
        #expect(Fraction(3, of: 100).percentage(rounding: .up) == "3,00 %")
        #expect(Fraction(1, of: 1).percentage(rounding: .down) == "100,00 %")
    }

    @Test(arguments: [(850, 1_000, true), (849, 1_000, false), (17, 20, true), (Int.max, Int.max, true)])
    func `shares are compared exactly`(kept: Int, total: Int, isMet: Bool) throws {
        #expect((Fraction(kept, of: total) >= (try percentage(85)).fraction) == isMet)
    }

    @Test func `a percentage is shown as it was written`() throws {
        #expect(try percentage(999, 1).text == "99,9 %")
        #expect(try percentage(99).text == "99 %")
        #expect(Percentage(scaled: 1_001, decimals: 1) == nil)
        #expect(Percentage(scaled: -1, decimals: 0) == nil)
    }

    @Test func `exactly at the limit, at most is kept and less than is not`() {
        #expect(Limit(.atMost, 6).isKept(by: 6))
        #expect(!Limit(.lessThan, 6).isKept(by: 6))
    }
}
