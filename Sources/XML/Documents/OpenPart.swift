/// An element that has started and not ended, and how far its content has come.
struct OpenPart<Element: DocumentElement> {
    let element: Element
    let isNil: Bool
    var text: [UInt8] = []
    private let particles: [ElementParticle<Element>]
    /// The particle that is being filled, and how often it has been.
    private var place = 0
    private var count = 0

    init(_ element: Element, isNil: Bool) {
        self.element = element
        self.isNil = isNil
        if case .sequence(let particles) = element.content {
            self.particles = particles
        } else {
            particles = []
        }
    }

    /// Counts a child; gives why it may not stand here, if so. A sequence names no element twice.
    mutating func admit(_ child: Element) -> (reason: DocumentFault.Reason, name: String)? {
        let name = child.name.localName
        guard let found = particles[place...].firstIndex(where: { $0.element == child }) else {
            return (.unexpectedElement, name)
        }
        guard found > place else {
            count += 1
            return count <= particles[found].maximum ?? .max ? nil : (.unexpectedElement, name)
        }
        if let leftOut = required(before: found) { return (.missingElement, leftOut.name.localName) }
        place = found
        count = 1
        return nil
    }

    /// The child that is still required when the element ends.
    var missing: Element? {
        required(before: particles.count)
    }

    private func required(before end: Int) -> Element? {
        (place..<end).first { ($0 == place ? count : 0) < particles[$0].minimum }
            .map { particles[$0].element }
    }
}
