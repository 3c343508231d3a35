/*
 * name.h -- proper names: runs of capitalised words that no lexicon explains.
 *
 *     tokens, lexicon annotations --name_annotate--> NAME annotations (struct name)
 *
 * Says where a name stands and what speaks for a person; party/party.c, which sees the titles
 * around it, decides.  Runs before the name and phrase stages, so that rules can use #NAME.
 */
#ifndef ANNOTATE_NAME_NAME_H
#define ANNOTATE_NAME_NAME_H

#include "annotate/document.h"

struct name {
    const struct annotation *figure; /* known from world news: its full name or its last word */
    bool given;                      /* begins with a known given name */
    bool surname;                    /* contains a known family name */
    bool acronym;                    /* one word, all capitals: ANC */
    bool known;                      /* all of its words are ordinary words of the pack */
    bool initial;                    /* begins the sentence: its capital says nothing */
    bool family;                     /* one word, which a longer name told before ends with */
    uint8_t words;                   /* words in it, particles and initials included */
};

/* Adds a NAME annotation, detail struct name, for each proper name of the document; a sentence that
 * is far from any meeting and has none is marked empty, and no stage after this reads it. */
int name_annotate(struct document *document);

/* Cuts the NAME annotation before token, where another begins: "Wessex", "Anna Berg". */
void name_split(struct document *document, struct annotation *annotation, uint32_t token);

/* "NTF officials", "executives of Velumine": whether beside those who act for it the name is rather
 * that of a body. */
static inline bool name_is_of_body(const struct name *name)
{
    return name->acronym || (name->words == 1 && !name->given && !name->surname && !name->figure &&
                             !name->known && !name->family);
}

/* "Minister of Foreign Affairs | Sheikh X": before the words of address that end at token and lead
 * a name, no further than begin. */
uint32_t name_address(const struct document *document, uint32_t begin, uint32_t token);

#endif
