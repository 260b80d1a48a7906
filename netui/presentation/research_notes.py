"""Research citations shown in Insights, in one line, and in Help, with the source.

Each states what the study found and no more; none of the studies was made with this app.
"""

RESEARCH_NOTES = {
    "weak": (
        "Most leads to a job came through weak ties, in one study (Granovetter 1973).",
        "Weak ties: of professionals and managers near Boston who found a job through someone, five in six"
        " had seen that person only at times or rarely (Granovetter, The Strength of Weak Ties, American"
        " Journal of Sociology 78, 1973).",
    ),
    "balance": (
        "Giving someone support went along with getting it (Plickert et al. 2007).",
        "Balance: in East York, Toronto, giving someone support went along with getting support from them"
        " (Plickert, Côté and Wellman, It's not who you know, it's how you know them, Social Networks 29,"
        " 2007).",
    ),
    "fields": (
        "Bridging groups went along with having one's ideas valued (Burt 2004).",
        "Fields: in one electronics firm, managers whose contacts were in groups apart from each other more"
        " often had ideas that were judged valuable (Burt, Structural Holes and Good Ideas, American Journal"
        " of Sociology 110, 2004).",
    ),
    "dormant": (
        "Asking old ties served as well as asking present ones (Levin et al. 2011).",
        "Dormant ties: executives who asked out-of-touch contacts about a project were served at least as"
        " well as by present ones; those once close brought both what was new and trust (Levin, Walter and"
        " Murnighan, Dormant Ties, Organization Science 22, 2011).",
    ),
}
"""By topic: the line in Insights, and the line with the source in Help."""
