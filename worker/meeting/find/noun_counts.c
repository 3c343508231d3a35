#include "annotate/look.h"
#include "annotate/terms.h"
#include "meeting/find/agenda.h"
#include "meeting/find/find.h"
#include "meeting/find/predicate.h"
#include "meeting/find/when.h"
#include "meeting/mention/occasion.h"
#include "meeting/resolve/group.h"

/* Whether a word for a meeting, with what its clause tells, is one occasion. */

/* "the talks between Senator A and Governor B": two people or three, each by name and office, or by
 * state and office: "talks with the Greek premier". */
static bool is_of_people(const struct mention *mention)
{
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        const bool known =
            party->name_end > party->name_begin || (party->country[0] && rank_is_head(party->rank));
        if (party->type != PARTY_PERSON || party->plural || !known)
            return false;
    }
    return mention->party_count == 2 || mention->party_count == 3;
}

/* "les négociations se sont accélérées ces derniers jours": such a span is no date of theirs. */
static bool is_dated(const struct mention *mention)
{
    return mention->date && (!((const struct date *)mention->date->detail)->span ||
                             mention->date->begin < mention->trigger.begin);
}

/* "talks between A and B have been underway": when, where and which of them is untold. */
static bool is_process(const struct mention *mention)
{
    return mention->label.plural && !is_of_people(mention) && !mention->status_told &&
           !is_dated(mention) && !mention->place && mention->label.edition <= 0 &&
           mention->label.sequence == SEQUENCE_NONE && !mention->until && !mention->attended &&
           !mention->label.possessive &&
           (mention->kind == KIND_TALKS || mention->kind == KIND_NEGOTIATION);
}

/* "the need for dialogue between A and B": without an article, a matter and no occasion; but not in
 * a line of an agenda, "13h00 : Déjeuner avec B". */
static bool is_matter(const struct mention *mention)
{
    const struct label *label = &mention->label;
    return !mention->agenda && mention->kind == KIND_TALKS && !mention->strong && !label->plural &&
           !label->definite && !label->indefinite && !label->possessive && !mention->status_told &&
           !mention->date && !mention->place && label->name.end <= label->name.begin;
}

/* "The July 6-8 visit": the one of that day, which stands right before the word. */
static bool is_of_day(const struct mention *mention)
{
    return mention->date && mention->date->end == mention->trigger.begin;
}

/* The one person told, if it is one in particular, or NULL. */
static const struct party *only_person(const struct mention *mention)
{
    const struct party *party = mention->party_count == 1 ? mention->parties[0].party : NULL;
    return party && party->type == PARTY_PERSON && !party->plural && !party->weak ? party : NULL;
}

/* "His talks with President X focused on": with one person, told by office. */
static bool with_officer(const struct mention *mention)
{
    const struct party *party = only_person(mention);
    return party && party->role_count > 0;
}

/* "Les échanges avec A, ministre de B, ont permis": talks with one person, told by name. */
static bool are_talks_with_one(const struct mention *mention)
{
    const struct party *party = only_person(mention);
    return party && party->name_end > party->name_begin + 1 && mention->pronoun &&
           mention->kind == KIND_TALKS && (mention->label.definite || mention->label.possessive);
}

/* "met Mbeki, her first meeting with an African leader", "In her first meeting with an African
 * leader, she": says of the one told before which it is, and names nobody it was with. */
static bool is_nth_of_its_sort(const struct finder *finder, const struct mention *mention)
{
    enum { WORDS_BACK = 3 };
    const struct document *document = finder->document;
    const uint32_t t = mention->trigger.begin;
    if (t < finder->sentence->begin + WORDS_BACK ||
        !(look_mark(document, t - WORDS_BACK, ',') ||
          (t == finder->sentence->begin + WORDS_BACK &&
           document_is(document, t - WORDS_BACK, CLASS(AT)))) ||
        !document_is(document, t - 2, CLASS(POSSESSIVE)) ||
        !look_at(document, t - 1, LEXICON_ORDINAL))
        return false;
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        if (party->begin > t && party->name_end == party->name_begin &&
            (document_is(document, party->begin, CLASS(INDEFINITE)) ||
             document_is(document, party->begin - 1, CLASS(INDEFINITE))))
            return true;
    }
    return false;
}

/* "warmer than some of their previous meetings": several of before, none in particular. */
static bool are_of_before(const struct mention *mention)
{
    const uint8_t sequence = mention->label.sequence;
    return mention->label.plural && mention->strong && kind_is_generic(mention->kind) &&
           (sequence == SEQUENCE_PREVIOUS || sequence == SEQUENCE_LAST) && !mention->date &&
           !mention->place && mention->label.name.end <= mention->label.name.begin;
}

/* "agreed on Monday after ten hours of | talks": how long is told of a meeting in particular. */
static bool is_timed(const struct document *document, const struct mention *mention)
{
    const uint32_t of = mention->trigger.begin - (mention->trigger.begin > 0);
    return mention->gone && mention->date && document_is(document, of, CLASS(OF)) &&
           (look_ends(document, of, LEXICON_UNIT) || document_is(document, of - 1, CLASS(HOURS)));
}

/* Whether a word that tells no meeting by itself does, with what its clause tells. */
static bool weak_counts(const struct document *document, const struct mention *mention, bool named)
{
    if (mention->party_count > 0 || mention->pronoun)
        return mention->party_count > 1 || is_timed(document, mention) || mention->status_told ||
               mention->place || mention->journey || mention->label.possessive ||
               mention->under_way || mention->ahead ||
               (mention->date &&
                (mention->opening || mention->closed || mention->status == STATUS_SCHEDULED)) ||
               (mention->during && mention->label.definite);
    const bool again = mention->label.bare && !mention->label.plural; /* "the dinner took place" */
    const bool ends = mention->until && !mention->label.pointing && /* "the talks will end then" */
                      mention->status == STATUS_ONGOING &&
                      mention->status_words.begin >= mention->trigger.end;
    if (mention->label.definite && (mention->status_told || is_of_day(mention) || ends) &&
        (mention->date || mention->until || mention->place || again))
        return true; /* "the talks, which ended on Monday": told before */
    if (mention->date && mention->status_told && mention->label.sequence == SEQUENCE_NEXT)
        return true; /* "Negotiations are to resume on Friday" */
    const bool talks = mention->kind == KIND_TALKS && mention->label.plural && mention->status_told;
    if ((mention->date || mention->until) && mention->place &&
        (kind_is_gathering(mention->kind) || mention->kind == KIND_NEGOTIATION || talks))
        return true; /* "l'ouverture des négociations à Lomé mercredi soir" */
    return named &&
           (mention->date || mention->place || mention->status_told || mention->label.edition > 0);
}

bool noun_of_those_before(const struct finder *finder, const struct mention *mention)
{
    if (mention->kind != KIND_TALKS || mention->verb || !mention->status_told ||
        mention->status != STATUS_HELD)
        return false;
    const struct party *party = mention->party_count == 1 ? mention->parties[0].party : NULL;
    return party ? group_refers_back(finder->document, party)
                 : mention->party_count == 0 && mention->plural_pronoun;
}

/* "follows a call between the two last week": of those told before, in a time that is no day. */
static bool is_lately_between(const struct finder *finder, const struct mention *mention)
{
    const struct party *party = mention->party_count == 1 ? mention->parties[0].party : NULL;
    return party && mention->date && mention->label.indefinite && !mention->label.plural &&
           group_refers_back(finder->document, party);
}

/* "will hold talks with him", "their talks": whether a pronoun tells one more of those who meet. */
static bool has_pronoun(const struct mention *mention)
{
    return (mention->objective && mention->status_told) ||
           (mention->pronoun &&
            (mention->status_told || (mention->label.possessive && with_officer(mention))));
}

/* "Chad talks resumed in Oslo", in headlines "Chad peace talks resume": whether enough is told of
 * which they are, or of whose, where they are off. */
static bool tells_whose(const struct finder *finder, const struct mention *mention, bool off,
                        bool named)
{
    const bool which = mention->strong && mention->label.proper;
    if (mention->place)
        return off || mention->strong || mention->label.proper;
    return off ? named || mention->party_count > 0
               : which && (finder->sentence->flags & SENTENCE_TITLE);
}

/* "l'accord de Paris (COP21)", "en 1904 (congrès fondateur)": alone in a bracket behind something
 * that is no meeting, it tells which. */
static bool is_bracketed(const struct finder *finder, const struct mention *mention)
{
    const struct document *document = finder->document;
    const uint32_t begin = mention->trigger.begin;
    return begin > finder->sentence->begin && look_mark(document, begin - 1, '(') &&
           look_mark(document, mention->trigger.end, ')') && !mention->place &&
           !look_within(document, finder->sentence->begin, begin, LEXICON_MEETNOUN);
}

/* Whether talks told as several, without a day and with few, are some that were or will be held. */
static bool several_count(const struct mention *mention)
{
    const bool chaired = mention->party_count > 0 && mention->parties[0].part == PART_CHAIR;
    return are_talks_with_one(mention) ||
           (mention->label.definite &&
            (chaired || mention->days > 0 ||
             mention->entering)) || /* "X présidera les débats", "attended the talks" */
           (mention->party_count && mention->kind != KIND_VISIT &&
            ((mention->attended && mention->place) || /* "A is in Oslo for talks" */
             mention->ahead ||                        /* "au programme, des entretiens avec X" */
             (mention->parties->party->plural && mention->parties->party->delegation)));
}

/* "bills for the 118th Congress": a house by the number of its term, of whose sitting nothing is
 * told. */
static bool is_term(const struct finder *finder, const struct mention *mention)
{
    const struct label *label = &mention->label;
    const struct annotation *house = look_at(finder->document, label->ordinal.end, LEXICON_ORGHEAD);
    return label->edition > 0 && label->ordinal.begin == label->name.begin && house &&
           house->end == label->name.end &&
           look_lexeme(finder->document, house)->body == BODY_PARLIAMENT && !label->possessive &&
           !mention->place && !mention->date && !mention->status_told && !mention->attended;
}

bool noun_counts(const struct finder *finder, const struct mention *mention)
{
    const bool named = mention->label.name.end > mention->label.name.begin;
    const bool dated = mention->date || mention->moved_to || mention->until;
    const bool told = mention->party_count > 0 || named || dated || mention->place;
    const bool off = mention->status == STATUS_CANCELLED || mention->status == STATUS_POSTPONED;
    const bool here = mention->place && (mention->kind == KIND_NEGOTIATION ||
                                         mention->place->begin == mention->trigger.end + 1);
    const bool known =
        here && mention->label.definite && !mention->sideline; /* "under way in Oslo" */
    const bool placed = mention->status_told && tells_whose(finder, mention, off, named);
    const bool sits = mention->kind == KIND_SESSION && mention->status_told &&
                      mention->label.proper && mention->label.bare; /* "the board holds talks" */
    if (mention->kind == KIND_VISIT && mention->label.pointing && mention->label.bare &&
        !mention->label.plural && mention->party_count == 0)
        return true; /* "Cette visite vise à": told before, or the guest's */
    const bool few =
        !noun_of_those_before(finder, mention) &&
        (mention->party_count == 0 || (mention->party_count == 1 && !has_pronoun(mention)));
    const bool moved = mention->moved_to && mention->status_told; /* "put off until May 20" */
    if ((off && (mention->label.definite || placed)) || (moved && mention->label.definite))
        return true; /* "but the talks were called off": told before */
    const bool dated_talks = mention->date && mention->status_told && mention->label.plural &&
                             mention->label.bare; /* not "lunchtime talks" */
    if (mention->opening && (mention->place || dated_talks) && !mention->party_count &&
        mention->kind != KIND_VISIT)
        return true; /* "des discussions ont commencé en Suisse", "talks will begin on Monday" */
    if (mention->label.plural && !dated && !placed && !sits && !known && few)
        return several_count(mention);
    const bool journeys = mention->kind == KIND_VISIT && mention->label.plural;
    const bool vague = !mention->status_told || mention->status == STATUS_PROPOSED;
    if (is_process(mention) || (journeys && !dated && !mention->place && vague))
        return false; /* "les voyages des ministres": no one in particular */
    if (is_matter(mention) || are_of_before(mention) || is_nth_of_its_sort(finder, mention) ||
        is_bracketed(finder, mention) || is_term(finder, mention))
        return false;
    if (mention->attended && mention->kind != KIND_TALKS)
        return true;
    if (mention->label.definite && (mention->sideline || (mention->standin && dated)))
        return true; /* "after the one of May 2018" */
    if (line_opens_with(finder, mention))
        return true;
    if (mention->strong)
        return told || mention->label.definite || mention->label.possessive;
    const bool listed = mention->agenda && mention->party_count > 0; /* "13h00 : Déjeuner avec B" */
    return listed || is_lately_between(finder, mention) ||
           weak_counts(finder->document, mention, named);
}
