#include "meeting/mention/subject.h"

#include "annotate/look.h"
#include "meeting/mention/mention.h"

enum { SPORT_ENOUGH = 4, COURT_ENOUGH = 3, PER_MILLE = 15, LONGEST_NOUN = 6 };

/* "un atelier | d'échange": a phrase inside a word for a meeting; "un forum de débat | et de
 * dialogue": one that only goes on with what a meeting is for. */
static bool is_for_meeting(const struct document *document, const struct annotation *phrase)
{
    const uint32_t begin = phrase->begin;
    for (uint32_t t = begin > LONGEST_NOUN ? begin - LONGEST_NOUN : 0; t < begin; t++) {
        const struct annotation *noun = look_at(document, t, LEXICON_MEETNOUN);
        if (noun && noun->end >= phrase->end)
            return true;
    }
    return document_is(document, begin, CLASS(AND));
}

/* Adds the word at token to those known, each once. */
static void remember(const struct document *document, uint32_t token, uint32_t *words,
                     uint8_t *count)
{
    const uint32_t hash = look_token(document, token)->hash;
    for (unsigned i = 0; i < *count; i++) {
        if (words[i] == hash)
            return;
    }
    if (*count < SUBJECT_WORDS)
        words[(*count)++] = hash;
}

/* Remembers the word of meeting inside a phrase that means a thing: "sommet de la montagne". */
static void subject_learn(const struct document *document, const struct annotation *phrase,
                          struct subject *subject)
{
    if (!look_says(document, phrase, STR("THING")) || is_for_meeting(document, phrase))
        return;
    for (uint32_t t = phrase->begin; t < phrase->end; t++) {
        if (look_at(document, t, LEXICON_MEETNOUN))
            remember(document, t, subject->words, &subject->word_count);
    }
}

struct points {
    size_t sport, court;
};

/* Counts a word of sport, of shows or of the courts: GAME, which hardly stands elsewhere, twice. */
static void subject_count(const struct document *document, const struct annotation *word,
                          struct points *points, struct subject *subject)
{
    const struct str sort = pack_column(document->pack, word->value, 0);
    if (str_equal(sort, STR("COURT")))
        points->court++;
    else if (!str_equal(sort, STR("HEARING")))
        points->sport += str_equal(sort, STR("GAME")) ? 2 : 1;
    else
        remember(document, word->begin, subject->heard, &subject->heard_count);
}

static bool is_enough(const struct document *document, size_t points, size_t least)
{
    return points >= least && points * 1000 >= document->tokens.count * PER_MILLE;
}

const struct annotation *subject_head(const struct document *document,
                                      const struct sentence *sentence)
{
    enum { TOPIC_WORDS = 6 };
    const struct annotation *date = look_at(document, sentence->begin, ANNOTATION_DATE);
    uint32_t end = date ? date->end : sentence->begin;
    if (date && end < sentence->end && look_flag(document, end, TOKEN_PUNCT) &&
        !look_mark(document, end, ',') && sentence->end - end <= TOPIC_WORDS &&
        !look_within(document, end, sentence->end, ANNOTATION_VERB))
        return date;
    while (end < sentence->end && look_flag(document, end, TOKEN_PUNCT))
        end++;
    return end == sentence->end ? date : NULL;
}

/* One day alone in a line is the day of publication. */
static bool is_agenda(const struct document *document)
{
    unsigned headings = 0;
    for (size_t i = 0; i < document->sentences.count && headings < 2; i++)
        headings += subject_head(document, &document->sentences.at[i]) != NULL;
    return headings > 1;
}

struct subject subject_read(const struct document *document)
{
    struct subject subject = {0};
    struct points points = {0};
    const uint64_t bits = KIND_BIT(LEXICON_FALSEFRIEND) | KIND_BIT(LEXICON_SPORTWORD);
    const uint32_t end = (uint32_t)document->tokens.count;
    for (uint32_t t = look_next(document, 0, end, bits); t < end;
         t = look_next(document, t + 1, end, bits)) {
        const struct annotation *phrase = look_at(document, t, LEXICON_FALSEFRIEND);
        if (phrase)
            subject_learn(document, phrase, &subject);
        const struct annotation *word = look_at(document, t, LEXICON_SPORTWORD);
        if (word)
            subject_count(document, word, &points, &subject);
    }
    subject.agenda = is_agenda(document);
    subject.sport = is_enough(document, points.sport, SPORT_ENOUGH);
    if (!is_enough(document, points.court, COURT_ENOUGH))
        subject.heard_count = 0;
    return subject;
}

static bool has_officials(const struct mention *mention)
{
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        const bool known = party->country[0] || party->name_end > party->name_begin;
        if (party->rank != RANK_NONE && known) /* in sport a state is its team, and "the leader" */
            return true;
    }
    return false;
}

/* Whether the name says whose meeting it is: a state, a region, a body. */
static bool has_owner(const struct document *document, const struct span *name)
{
    for (uint32_t t = name->begin; t < name->end; t++) {
        if (look_at(document, t, LEXICON_ORGANIZATION) || look_at(document, t, LEXICON_COUNTRY) ||
            look_at(document, t, LEXICON_REGION) || look_at(document, t, LEXICON_SERIES) ||
            look_at(document, t, LEXICON_DEMONYM))
            return true;
    }
    return false;
}

/* The cabinet that rewards a team has sat for all that, and so has the federation's assembly: its
 * 64th congress, the federation's congress in May. */
static bool is_of_state(const struct document *document, const struct mention *mention)
{
    const bool named = mention->label.name.end > mention->label.name.begin;
    const bool counted = mention->label.edition > 0 && mention->kind != KIND_SESSION;
    const bool told = mention->strong || counted || /* no "second session on the last day" */
                      (mention->date && has_owner(document, &mention->label.name));
    const bool sat = mention->verb && mention->kind == KIND_SESSION; /* "the committee met today" */
    return named && told && (mention->label.proper || sat) &&
           (mention->kind == KIND_SESSION || mention->kind == KIND_SUMMIT ||
            mention->kind == KIND_MINISTERIAL || mention->kind == KIND_CONFERENCE);
}

/* "le forum | du dialogue": where the word for the meeting ends that its words begin with. */
static uint32_t head_end(const struct document *document, const struct mention *mention)
{
    for (uint32_t t = mention->trigger.begin; t < mention->trigger.end; t++) {
        const struct annotation *noun = look_at(document, t, LEXICON_MEETNOUN);
        if (noun)
            return noun->end < mention->trigger.end ? noun->end : mention->trigger.end;
    }
    return mention->trigger.end;
}

/* Whether one of the words is in the head of what tells the meeting. */
static bool has_word(const struct document *document, const struct mention *mention,
                     const uint32_t *words, unsigned count)
{
    const uint32_t end = count ? head_end(document, mention) : 0;
    for (unsigned i = 0; i < count; i++) {
        for (uint32_t t = mention->trigger.begin; t < end; t++) {
            if (look_token(document, t)->hash == words[i])
                return true;
        }
    }
    return false;
}

bool subject_hides(const struct document *document, const struct subject *subject,
                   const struct mention *mention)
{
    if (subject->sport && !has_officials(mention) && !is_of_state(document, mention))
        return true;
    if (subject->heard_count && !mention->verb && !has_officials(mention) &&
        has_word(document, mention, subject->heard, subject->heard_count))
        return true;
    if (mention->verb || mention->party_count || mention->label.edition > 0 ||
        has_owner(document, &mention->label.name))
        return false;
    return has_word(document, mention, subject->words, subject->word_count);
}
