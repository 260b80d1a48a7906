"""The words of a line that bash hands over, as the shell would split it."""


def split_line(line: str) -> list[str]:
    """The words after the program, the last one as far as it was typed; quotes may still be open."""
    words: list[str] = [""]
    quote, begun = "", False
    at = 0
    while at < len(line):
        character = line[at]
        if quote:
            if character == quote:
                quote = ""
            elif character == "\\" and quote == '"' and line[at + 1 : at + 2] in ('"', "\\", "$", "`"):
                at += 1
                words[-1] += line[at]
            else:
                words[-1] += character
        elif character in "\"'":
            quote, begun = character, True
        elif character == "\\" and at + 1 < len(line):
            at += 1
            words[-1] += line[at]
        elif character.isspace():
            if words[-1] or begun:
                words.append("")
            begun = False
        else:
            words[-1] += character
        at += 1
    return words[1:] or [""]
