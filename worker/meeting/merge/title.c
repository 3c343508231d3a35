#include <string.h>

#include "annotate/look.h"
#include "meeting/merge/compare.h"

/* The headline tells in a few words what the first sentences tell at length: it may leave out a
 * name, say "leader" for a minister, and call the meeting something else. */

bool mention_in_title(const struct story *story, const struct mention *mention)
{
    return story->document->sentences.at[mention->sentence].flags & SENTENCE_TITLE;
}

bool title_only(const struct story *story, const struct occasion *occasion)
{
    return mention_in_title(story, occasion->mentions[occasion->mention_count - 1]);
}

/* "Sommet Québec-Ontario": whether the mention stands in a line of few words that heads the text
 * behind it. */
static bool is_heading(const struct story *story, const struct mention *mention)
{
    enum { WORDS_MAX = 10 };
    const struct document *document = story->document;
    const struct sentence *line = &document->sentences.at[mention->sentence];
    const struct sentence *text =
        mention->sentence + 1 < document->sentences.count ? line + 1 : line;
    return !mention->agenda && (line->flags & text->flags & SENTENCE_LINE) && text > line &&
           line->end - line->begin <= WORDS_MAX &&
           !look_flag(document, line->end - 1, TOKEN_PUNCT) &&
           look_flag(document, text->end - 1, TOKEN_PUNCT);
}

/* Whether no more than a line that heads the mention's sentence tells the occasion. */
static bool is_headed(const struct story *story, const struct mention *mention,
                      const struct occasion *occasion)
{
    const struct mention *first = occasion->mentions[0];
    return occasion->mention_count == 1 && first->sentence + 1 == mention->sentence &&
           is_heading(story, first);
}

/* Whether the headline and perhaps the first sentence tell it, and nobody in particular who came.
 */
static bool is_open(const struct story *story, const struct mention *mention,
                    const struct occasion *occasion)
{
    enum { FIRST_SENTENCES = 3 };
    return title_only(story, occasion) ||
           (mention_in_title(story, occasion->mentions[0]) &&
            mention->sentence <= FIRST_SENTENCES &&
            compare_identified(occasion->parties, occasion->party_count) == 0);
}

bool title_retold(const struct story *story, const struct mention *mention,
                  const struct occasion *occasion)
{
    enum { LEAD_SENTENCES = 5 };
    const uint8_t sequence = mention->label.sequence;
    const bool other = kind_is_gathering(occasion->kind) && mention->bilateral;
    const bool lead = mention->sentence <= LEAD_SENTENCES && is_open(story, mention, occasion);
    return (lead || is_headed(story, mention, occasion)) && !mention_in_title(story, mention) &&
           !other && sequence != SEQUENCE_NEXT && sequence != SEQUENCE_PREVIOUS &&
           sequence != SEQUENCE_LAST;
}

bool lead_filled(const struct mention *mention, const struct occasion *occasion)
{
    enum { FIRST_SENTENCES = 3, SENTENCES_BETWEEN = 1 };
    const struct mention *lead = occasion->mentions[0];
    const bool open = occasion->mention_count == 1 && !lead->verb && !lead->date &&
                      !lead->label.proper && lead->label.edition <= 0 && !lead->label.plural &&
                      lead->label.sequence == SEQUENCE_NONE &&
                      compare_identified(occasion->parties, occasion->party_count) == 0;
    const bool summit = lead->kind == KIND_SUMMIT && !mention->bilateral && !mention->hosting;
    return open && (kind_is_generic(lead->kind) || summit) && mention->verb &&
           kind_is_generic(mention->kind) && !mention->further && mention->party_count > 0 &&
           lead->sentence <= FIRST_SENTENCES &&
           mention->sentence - lead->sentence <= SENTENCES_BETWEEN &&
           mention->sentence != lead->sentence;
}

bool title_guessed(const struct story *story, const struct mention *mention,
                   const struct occasion *occasion)
{
    const struct spot *here = mention->place ? mention->place->detail : NULL;
    const struct spot *there = occasion->placed ? occasion->placed->place->detail : NULL;
    const bool ahead = occasion->status == STATUS_SCHEDULED || occasion->status == STATUS_PROPOSED;
    return ahead && mention->kind == occasion->kind && here && there && here->city && there->city &&
           here->city->value == there->city->value && !occasion->mentions[0]->verb &&
           title_retold(story, mention, occasion);
}

/* "Estonian leader" may be whoever of that state the story names. */
static bool may_be(const struct story *story, const struct party *told, const struct party *party)
{
    const bool vague = told->name_end == told->name_begin || told->type == PARTY_COUNTRY;
    return actor_same(story, told, party) ||
           (vague && told->country[0] && strcmp(told->country, party->country) == 0);
}

/* What the mention's verb means, or 0. */
static uint32_t verb_value(const struct story *story, const struct mention *mention)
{
    for (uint32_t t = mention->trigger.begin; mention->verb && t < mention->trigger.end; t++) {
        const struct annotation *word = look_at(story->document, t, LEXICON_MEETVERB);
        if (word)
            return word->value;
    }
    return 0;
}

/* Whether the lead tells one person who stands for none that the headline names. */
static bool has_newcomer(const struct story *story, const struct mention *mention,
                         const struct occasion *occasion)
{
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        if (party->type == PARTY_PERSON && !actor_is_crowd(party) &&
            !actor_among(story, party, occasion->parties, occasion->party_count))
            return true;
    }
    return false;
}

/* "French and German leaders meet", "A and B met": the lead has the headline's verb, and whomever
 * the headline names; "A meets the mayor" is not "A will meet officials". */
static bool has_headline_verb(const struct story *story, const struct mention *mention,
                              const struct occasion *occasion)
{
    enum { FIRST_SENTENCES = 2 };
    const uint32_t value = verb_value(story, mention);
    if (mention->sentence > FIRST_SENTENCES || value == 0 ||
        verb_value(story, occasion->mentions[0]) != value)
        return false;
    for (unsigned i = 0; i < occasion->party_count; i++) {
        const struct party *party = occasion->parties[i].party;
        const bool known = party->person || party->name_end > party->name_begin;
        if (party->type == PARTY_PERSON && !actor_is_crowd(party) &&
            !actor_among(story, party, mention->parties, mention->party_count) &&
            (known || !has_newcomer(story, mention, occasion)))
            return false;
    }
    return true;
}

bool title_parties_fit(const struct story *story, const struct mention *mention,
                       const struct occasion *occasion)
{
    unsigned unknown = 0, known = 0;
    for (unsigned t = 0; t < occasion->party_count; t++) {
        bool fits = occasion->parties[t].party->type == PARTY_GROUP;
        for (unsigned i = 0; i < mention->party_count && !fits; i++) {
            fits = may_be(story, occasion->parties[t].party, mention->parties[i].party);
            known += fits;
        }
        unknown += !fits;
    }
    return (known > 0 && unknown == 0) || has_headline_verb(story, mention, occasion);
}

/* "A meets B" of a headline is no gathering that the story tells, unless both are told to be there.
 */
static bool is_of_two(const struct story *story, const struct occasion *headline,
                      const struct occasion *told)
{
    const struct mention *mention = headline->mentions[0];
    return mention->verb && (mention->bilateral || mention->hosting) &&
           kind_is_gathering(told->kind) &&
           compare_identified(mention->parties, mention->party_count) == 2 &&
           !title_parties_fit(story, told->mentions[0], headline);
}

/* "A to fly to Rome", "les présidents attendus à Rome" of a headline: only the way to what the
 * story tells there. */
static bool is_way_there(const struct occasion *headline, const struct occasion *told)
{
    const struct spot *here = headline->placed ? headline->placed->place->detail : NULL;
    const struct spot *there = told->placed ? told->placed->place->detail : NULL;
    const bool awaited = headline->kind == KIND_VISIT && kind_is_gathering(told->kind);
    return (headline->mentions[0]->official || awaited) && headline->mentions[0]->verb &&
           told->kind != KIND_VISIT && told->status == headline->status && here && there &&
           here->city && there->city && here->city->value == there->city->value;
}

/* Whether the story's own occasion may be the one that the headline tells. */
static bool may_be_told(const struct story *story, const struct occasion *headline,
                        const struct occasion *told)
{
    const enum meeting_kind a = headline->kind, b = told->kind;
    const uint8_t sequence = told->mentions[0]->label.sequence;
    const bool visit = a == KIND_VISIT && !headline->mentions[0]->hosting; /* "X welcomes Y" */
    if (visit != (b == KIND_VISIT) || sequence == SEQUENCE_PREVIOUS || sequence == SEQUENCE_LAST)
        return false; /* "expected in Riga"; "during his last visit there" */
    if (is_of_two(story, headline, told))
        return false;
    return a == b || a == KIND_VISIT || kind_is_generic(a) || kind_is_generic(b) ||
           (kind_is_gathering(a) && kind_is_gathering(b));
}

/* The headline tells what the story tells: where the two could not be matched, the story counts. */
static bool is_spare(const struct story *story, const struct occasion_list *list, uint32_t index)
{
    const struct occasion *headline = list->at[index];
    const bool title = title_only(story, headline);
    if (headline->when.start.text[0])
        return false;
    for (uint32_t i = index + 1; i < list->count; i++) {
        const bool told = title ? !title_only(story, list->at[i])
                                : is_headed(story, list->at[i]->mentions[0], headline);
        if (told &&
            (may_be_told(story, headline, list->at[i]) || is_way_there(headline, list->at[i])))
            return true;
    }
    return false;
}

void title_drop(const struct story *story, struct occasion_list *list)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < list->count; i++) {
        if (!is_spare(story, list, i))
            list->at[kept++] = list->at[i];
    }
    list->count = kept;
}
