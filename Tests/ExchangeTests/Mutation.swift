/// A generator with a seed, so that a run that failed can be run again (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func pick<Choices: Collection>(_ choices: Choices) -> Choices.Element {
        choices.randomElement(using: &self) ?? choices[choices.startIndex]
    }

    mutating func chance(_ one: Int, in many: Int) -> Bool {
        Int.random(in: 0..<many, using: &self) < one
    }
}

/// A batch of one message with up to four things changed: in its elements, or afterwards in its bytes.
func mutatedDocument(using generator: inout SeededGenerator) -> [UInt8] {
    var batch = SampleBatch.batch()
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
        mutate(&batch, using: &generator)
    }
    var bytes = Array(batch.markup.utf8)
    if generator.chance(1, in: 6) {
        mutate(&bytes, using: &generator)
    }
    return bytes
}

/// Goes down to some element and changes it there.
private func mutate(_ element: inout Sample, using generator: inout SeededGenerator) {
    let children = element.content.indices.filter {
        if case .element = element.content[$0] { true } else { false }
    }
    if !children.isEmpty, generator.chance(7, in: 8) {
        let place = generator.pick(children)
        guard case .element(var child) = element.content[place] else { return }
        mutate(&child, using: &generator)
        element.content[place] = .element(child)
    } else if children.isEmpty {
        mutateValue(&element, using: &generator)
    } else {
        mutateContent(&element, children, using: &generator)
    }
}

private func mutateValue(_ element: inout Sample, using generator: inout SeededGenerator) {
    switch Int.random(in: 0..<16, using: &generator) {
    case 0: element.attributes = generator.pick(MutationPool.attributes)
    case 1: element.prefix = generator.pick(["b", "m", ""])
    case 2: element.name = generator.pick(MutationPool.names)
    case 3: element.content.insert(.raw(generator.pick(MutationPool.between)), at: 0)
    case 4: element.content.append(Sample.value(generator.pick(MutationPool.names), "x"))
    case 5: element.content = [.raw("")]
    case 6: element.content.append(.raw(generator.pick(MutationPool.between)))
    default: element.content = [.raw(MutationPool.value(of: element.name, using: &generator))]
    }
}

private func mutateContent(_ element: inout Sample, _ children: [Int], using generator: inout SeededGenerator)
{
    let place = generator.pick(children)
    let other = generator.pick(children)
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: element.attributes += generator.pick(MutationPool.attributes)
    case 1: element.content.remove(at: place)
    case 2: element.content.insert(element.content[place], at: other)
    case 3: element.content.swapAt(place, other)
    case 4: element.content.append(Sample.value(generator.pick(MutationPool.names), "x"))
    case 5: element.name = generator.pick(MutationPool.names)
    case 6: element.prefix = generator.pick(["b", "m", ""])
    case 7...10: element.content.insert(.raw(generator.pick(MutationPool.between)), at: place)
    default: element.content = []
    }
}

private func mutate(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
    for _ in 0...Int.random(in: 0...1, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 1...12, using: &generator))
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 3: bytes.insert(generator.pick(Array(" \n<>&;/'\"=:-0A".utf8)), at: place)
        default: bytes[place] = generator.pick(Array("abcdefXYZ0123456789:-".utf8))
        }
    }
}
