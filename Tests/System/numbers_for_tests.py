"""Numbers of test citizens and test organisations; none can be a real one."""


def bsns():
    """Citizen service numbers from the range for tests that pass the eleven test, in order: about 9,000."""
    for number in range(999_900_000, 1_000_000_000):
        digits = [int(digit) for digit in str(number)]
        weighted = sum(digit * weight for digit, weight in zip(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]))
        if weighted % 11 == 0:
            yield str(number)


def oin(number):
    return f"00000099{number:08}0000"
