#include "meeting/find/complement.h"
#include "annotate/look.h"
#include "meeting/find/act.h"
#include "meeting/find/call.h"
#include "meeting/find/object.h"
#include "meeting/find/owner.h"
#include "meeting/find/when.h"
#include "meeting/mention/occasion.h"

/* Who is told behind the noun for a meeting. */

/* "la première rencontre depuis la guerre entre A et B": what the meeting is counted from parts it
 * from nobody, if it is no meeting itself. */
static bool is_counted_from(const struct finder *finder, uint32_t noun, uint32_t chunk)
{
    const struct clause *clause = &finder->clause;
    return finder->labels[noun].edition > 0 && clause_is(clause, noun + 1, TYPE(FOLLOWING)) &&
           document_is(finder->document, clause_chunk(clause, noun + 1)->begin, CLASS(SINCE)) &&
           clause_after(clause, noun, TYPE(NOUN), GOVERNOR_NONE | TYPE(FOLLOWING) | TYPE(OF)) >=
               chunk;
}

bool noun_cut_off(const struct finder *finder, uint32_t noun, uint32_t chunk)
{
    enum { WORDS_BACK = 5 };
    const uint64_t mutual = CLASS(MUTUAL);
    if (is_counted_from(finder, noun, chunk))
        return false;
    for (uint32_t i = noun + 1; i + 1 < chunk; i++) {
        const uint32_t last = clause_chunk(&finder->clause, i)->end - 1;
        if (clause_is(&finder->clause, i, TYPE(SIDELINE) | TYPE(FOLLOWING)) ||
            (clause_is(&finder->clause, i, TYPE(VERB)) &&
             document_is(finder->document, last, CLASS(ABOUT))))
            return true; /* "les discussions ont porté sur la coopération entre A et B" */
    }
    if (finder->labels[noun].kind == KIND_NEGOTIATION)
        return false; /* "les négociations sur l'accord de pêche entre A et B" */
    const uint32_t between = clause_preposition(&finder->clause, chunk);
    uint32_t t = clause_chunk(&finder->clause, between == CLAUSE_NONE ? chunk : between)->begin;
    if (look_ends(finder->document, t, LEXICON_OUTCOME))
        return false; /* "talks on a trade pact between A and B": who is to sign it talks */
    for (unsigned back = 0; back < WORDS_BACK && t > clause_chunk(&finder->clause, noun)->end;
         back++) {
        if (document_is(finder->document, --t, mutual))
            return true;
    }
    return false;
}

/* "a visit to the plant to check the quality of": whether what is to be done there stands between
 * the noun and the party, in an infinitive that no list has. */
static bool is_behind_aim(const struct finder *finder, uint32_t noun, uint32_t party)
{
    const struct document *document = finder->document;
    const uint64_t articles = CLASS(DETERMINER) | CLASS(POSSESSIVE);
    const uint32_t end = clause_chunk(&finder->clause, party)->begin;
    for (uint32_t t = clause_chunk(&finder->clause, noun)->end + 1; t + 1 < end; t++) {
        if (document_is(document, t - 1, CLASS(TO)) && !document_is(document, t - 1, CLASS(AT)) &&
            document_is(document, t + 1, articles) && look_flag(document, t, TOKEN_WORD) &&
            !look_flag(document, t, TOKEN_CAPITAL) && !(document->classes[t] & ~CLASS(STOPWORD)))
            return true;
    }
    return false;
}

/* Whether only when and where stand between, or that it is planned: "la visite mardi soir à Athènes
 * du ministre", "la visite prévue lundi du ministre", "la visite à Athènes, lundi, du ministre". */
static bool is_next(const struct clause *clause, uint32_t noun, uint32_t party)
{
    const uint32_t before = party - 1 - clause_is(clause, party - 1, TYPE(OF)); /* "du": none */
    const bool aside = before > noun + 1 && clause_is(clause, before, TYPE(COMMA));
    const uint64_t between = TYPE(OF) | TYPE(AT) | TYPE(TO) | TYPE(PLACE) | TYPE(DATE) |
                             TYPE(TIME) | TYPE(SEQUENCE) | (aside ? TYPE(COMMA) : 0);
    if (before > noun && clause_is(clause, before, TYPE(AT)))
        return false; /* "their meeting at the level of ministers": of the level */
    for (uint32_t i = noun + 1; i < party; i++) {
        const bool planned =
            clause_is(clause, i, TYPE(VERB)) && clause_verb(clause, i)->tense == TENSE_PP;
        if (!planned && !clause_is(clause, i, between))
            return false;
    }
    return true;
}

/* Names without title or given name may be things: "with the Northgate Line". */
static bool is_unsure(const struct finder *finder, const struct party *party)
{
    return party->weak ||
           (party->type == PARTY_PERSON && !party->role_count && !party->honorific &&
            !party->figure && !look_at(finder->document, party->name_begin, LEXICON_GIVENNAME));
}

bool noun_is_tour(const struct finder *finder, uint32_t noun)
{
    const uint32_t last = clause_chunk(&finder->clause, noun)->end - 1;
    const struct annotation *word = look_at(finder->document, last, LEXICON_MEETNOUN);
    return word && look_lexeme(finder->document, word)->official;
}

/* "a tour of Kenya and Mali", told like parties: takes where it goes, if that is one state.  False:
 * no tour. */
static bool slot_toured(const struct finder *finder, uint32_t noun, uint32_t party,
                        struct mention *mention)
{
    const struct party_list *states = party_members(clause_chunk(&finder->clause, party)->of);
    if (!noun_is_tour(finder, noun) || states->at[0]->type != PARTY_COUNTRY)
        return false;
    mention->journey = states->count > 1;
    if (mention->journey)
        mention->label.plural = false;
    else
        slot_town(finder, mention, party);
    return true;
}

/* "la rencontre du ministre à Lyon où il est en visite, avec son homologue": the "with" behind the
 * relative clause that begins at index, or index. */
static uint32_t behind_aside(const struct clause *clause, uint32_t index)
{
    if (!clause_is(clause, index, TYPE(RELATIVE)))
        return index;
    for (uint32_t i = index + 1; i + 1 < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(STOP)))
            break;
        if (clause_is(clause, i, TYPE(COMMA)) && clause_is(clause, i + 1, TYPE(WITH)))
            return i + 1;
    }
    return index;
}

/* "…, où il est en visite, avec B": the noun stands in the relative clause that the comma ends. */
static bool is_in_aside(const struct finder *finder, uint32_t noun)
{
    for (uint32_t i = noun; i-- > 0;) {
        if (clause_is(&finder->clause, i, TYPE(STOP) | TYPE(COMMA) | TYPE(NOUN)))
            return false;
        if (clause_is(&finder->clause, i, TYPE(RELATIVE)))
            return true;
    }
    return false;
}

/* Whether the comma at index ends such a clause. */
static bool ends_aside(const struct finder *finder, uint32_t noun, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    return clause_is(clause, index, TYPE(COMMA)) && clause_is(clause, index + 1, TYPE(WITH)) &&
           is_in_aside(finder, noun);
}

/* "en présence de A et de B": they were there too. */
static bool is_beside(const struct finder *finder, uint32_t party)
{
    const uint32_t preposition = clause_preposition(&finder->clause, party);
    return preposition != CLAUSE_NONE && clause_is_beside(&finder->clause, preposition);
}

/* "de A et de B", "entre A et B": nothing else governs the second. */
static bool is_like(const struct clause *clause, uint32_t first, uint32_t second)
{
    const uint64_t governor = clause_governor(clause, second);
    return governor == 0 || governor == clause_governor(clause, first);
}

/* "entre une délégation de haut niveau et B", "de A et de B": the second of two, where words
 * between keep them from being one list; or CLAUSE_NONE. */
static uint32_t second_of_two(const struct finder *finder, uint32_t first)
{
    const struct clause *clause = &finder->clause;
    if (party_members(clause_chunk(clause, first)->of)->count != 1)
        return CLAUSE_NONE;
    for (uint32_t i = first + 1; i + 1 < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(AND))) {
            i += clause_is(clause, i + 1, TYPE(COMMA) | TYPE(OF)); /* "and the top liberal, B" */
            return clause_is(clause, i + 1, TYPE(PARTY)) && is_like(clause, first, i + 1)
                       ? i + 1
                       : CLAUSE_NONE;
        }
        const bool comma = clause_is(clause, i, TYPE(COMMA)) && clause_is(clause, i + 1, TYPE(AND));
        if (!clause_is(clause, i, TYPE(OF) | TYPE(AT) | TYPE(PLACE)) && !comma)
            return CLAUSE_NONE;
    }
    return CLAUSE_NONE;
}

/* "amid a truce brokered by A": A brokered that, and not the meeting. */
static bool is_of_thing(const struct finder *finder, const struct mention *mention, uint32_t host)
{
    const struct chunk *words = clause_chunk(&finder->clause, host);
    return look_lexeme(finder->document, words->of)->part == PART_MEDIATOR &&
           document_is(finder->document, words->end - 1, CLASS(BY)) &&
           words->begin > mention->trigger.end &&
           !look_flag(finder->document, words->begin - 1, TOKEN_CAPITAL) &&
           !document_is(finder->document, words->begin - 1, CLASS(ADVERB)) &&
           word_is_plain(finder, mention, words->begin - 1);
}

/* "avec A et de B", not "avec A, sur la politique de B": "and" or a comma right before "of". */
static bool is_joined(const struct finder *finder, uint32_t party)
{
    const bool of = clause_is(&finder->clause, party - 1, TYPE(OF));
    const uint32_t begin = clause_chunk(&finder->clause, party - of)->begin;
    return begin > finder->sentence->begin &&
           (document_is(finder->document, begin - 1, CLASS(AND)) ||
            look_mark(finder->document, begin - 1, ','));
}

/* "hosted a reception in Oslo for B": a meal or reception is given for whom comes to it. */
static bool is_for_guest(const struct finder *finder, uint32_t guest,
                         const struct predicate *predicate, const struct mention *mention)
{
    const struct party *party = party_members(clause_chunk(&finder->clause, guest)->of)->at[0];
    return party->type == PARTY_PERSON && predicate->index != CLAUSE_NONE &&
           predicate->sense == SENSE_HOSTEVENT && !predicate->subject &&
           mention->kind == KIND_TALKS && !mention->label.plural;
}

/* "a visit to Rome by B"; not "her visit was the first by a Kenyan leader", "ended her visit,
 * hailing the work done by B". */
static bool is_payer(const struct finder *finder, const struct mention *mention, uint32_t noun,
                     uint32_t party)
{
    const struct clause *clause = &finder->clause;
    const uint32_t by = clause_preposition(clause, party);
    if (mention->kind != KIND_VISIT || by == CLAUSE_NONE ||
        clause_after(clause, noun, TYPE(PARTY), TYPE(BY)) != party)
        return false;
    for (uint32_t i = noun; i < by; i++) {
        if (clause_is(clause, i, TYPE(COMMA)))
            return false;
    }
    const uint32_t token = clause_chunk(clause, by)->begin;
    return token == 0 || !look_at(finder->document, token - 1, LEXICON_ORDINAL);
}

/* Whether the predicate says that it is to come. */
static bool is_planned(const struct predicate *predicate)
{
    return predicate->index != CLAUSE_NONE &&
           (predicate->sense == SENSE_PLAN || predicate->verb->tense == TENSE_FUT);
}

/* "at the talks, with A and B": who is told behind such a word; whoever comes along, or speaks
 * there, joins a meeting that is known. */
static void slot_brought(const struct finder *finder, uint32_t noun, uint32_t index,
                         struct mention *mention)
{
    const bool known = mention->label.definite, speaks = company_speaks(finder, index - 1);
    mention->joining |= (clause_governor(&finder->clause, index) & TYPE(ACCOMPANIED)) &&
                        mention->party_count == 0 && known && mention->label.bare && !speaks &&
                        noun_is_at(finder, noun);
    slot_like(finder, mention, index, PART_ATTENDEE);
    mention->entering |= known && speaks;
}

/* "the talks were held with B": whether the one at the chunk comes to a meeting told before, of
 * which these words tell nothing else. */
static bool joins_known(const struct finder *finder, uint32_t chunk, const struct mention *mention)
{
    const struct label *label = &mention->label;
    return mention->party_count == 0 && label->definite && !label->indefinite && label->bare &&
           label->name.end == label->name.begin &&
           (is_beside(finder, chunk) ||
            party_members(clause_chunk(&finder->clause, chunk)->of)->count == 1);
}

/* "Avec A, les discussions ont porté sur Z": the other side that opens the sentence, which the noun
 * goes on with; or CLAUSE_NONE. */
static uint32_t side_ahead(const struct finder *finder, uint32_t noun,
                           const struct mention *mention)
{
    enum { WITH_AT, PARTY_AT, COMMA_AT, NOUN_AT };
    const struct clause *clause = &finder->clause;
    return noun == NOUN_AT && mention->kind == KIND_TALKS && mention->label.definite &&
                   clause_is(clause, WITH_AT, TYPE(WITH)) &&
                   clause_is(clause, PARTY_AT, TYPE(PARTY)) &&
                   clause_is(clause, COMMA_AT, TYPE(COMMA))
               ? PARTY_AT
               : CLAUSE_NONE;
}

/* The noun behind which parties are read, and whether its predicate stands between. */
struct reach {
    const struct predicate *predicate;
    uint32_t noun;
    bool behind;
};

/* Takes the party at i as its governor says. */
static void slot_governed(const struct finder *finder, const struct reach *reach, uint32_t i,
                          struct mention *mention)
{
    const uint32_t noun = reach->noun;
    const struct clause *clause = &finder->clause;
    const uint64_t governor = clause_governor(clause, i);
    const enum part of_part = mention->kind == KIND_VISIT ? PART_VISITOR : PART_ATTENDEE;
    if (governor & TYPE(HOST)) {
        if (!is_of_thing(finder, mention, i - 1))
            slot_like(finder, mention, i,
                      look_lexeme(finder->document, clause_chunk(clause, i - 1)->of)->part);
    } else if (is_beside(finder, i))
        slot_row(finder, mention, i);
    else if ((governor & TYPE(BETWEEN)) && !noun_cut_off(finder, noun, i)) {
        slot_parties(finder, mention, i, PART_ATTENDEE);
        slot_parties(finder, mention, second_of_two(finder, i), PART_ATTENDEE);
        if (clause_joined(clause, i))
            slot_pronoun(finder, mention, i);                 /* "between him and B" */
    } else if (governor & (TYPE(WITH) | TYPE(ACCOMPANIED))) { /* "opening remarks by A" */
        slot_brought(finder, noun, i, mention);
    } else if ((i == noun + 1 &&
                party_hyphened(finder->document, clause_chunk(clause, i)->begin)) ||
               ((governor & TYPE(ABOUT)) && is_for_guest(finder, i, reach->predicate, mention)))
        slot_parties(finder, mention, i, PART_ATTENDEE);
    else if ((governor & TYPE(OF)) && is_next(clause, noun, i) && !finder->labels[noun].about &&
             !is_behind_aim(finder, noun, i)) {
        if (slot_toured(finder, noun, i, mention))
            return;
        slot_parties(finder, mention, i, of_part);
        if (mention->kind == KIND_TALKS || mention->kind == KIND_CALL)
            slot_parties(finder, mention, second_of_two(finder, i), of_part);
    } else if (!reach->behind && is_payer(finder, mention, noun, i))
        slot_parties(finder, mention, i, PART_VISITOR);
    else if (governor == TYPE(TO) && mention->kind == KIND_VISIT && is_next(clause, noun, i) &&
             !party_members(clause_chunk(clause, i)->of)->at[0]->weak)
        slot_parties(finder, mention, i, PART_HOST); /* "a visit to the central bank" */
}

bool noun_complements(const struct finder *finder, uint32_t noun, const struct predicate *predicate,
                      struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    const uint32_t held = held_behind(finder, noun), ahead = side_ahead(finder, noun, mention);
    bool with = ahead != CLAUSE_NONE, both = mention->party_count > 0, behind = held > noun;
    slot_parties(finder, mention, ahead, PART_ATTENDEE);
    for (uint32_t i = held + 1; i < clause->chunks.count && !ends_aside(finder, noun, i); i++) {
        i = behind_aside(clause, i);
        const uint32_t again = held_again(finder, i, predicate);
        if (again != CLAUSE_NONE) {
            behind = true;
            i = again;
            continue;
        }
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(RELATIVE) | TYPE(NOUN)) ||
            clause_is_sequel(clause, i) || /* "before flying to Oslo to meet with C" */
            (mention->kind == KIND_VISIT && clause_is(clause, i, TYPE(ACCOMPANIED))) ||
            (with && clause_unread_verb(clause, i)))
            break; /* "a meeting with A, and has signed an accord with B" */
        if (clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i) &&
            !(i == predicate->index && predicate->subject))
            break;
        behind |= i == predicate->index; /* "la réunion s'est tenue en présence de B" */
        if (!clause_is(clause, i, TYPE(PARTY)) ||
            token_of_participle(finder->document, mention, clause_chunk(clause, i)->begin) ||
            (behind && is_unsure(finder, party_members(clause_chunk(clause, i)->of)->at[0])))
            continue;
        const uint64_t governor = clause_governor(clause, i);
        const bool matter = behind && told_as_matter(finder, predicate, i);
        if ((governor & (TYPE(WITH) | TYPE(HOST))) && (matter || act_aims_at(finder, noun, i)))
            continue; /* "a meeting to approve a deal with B" */
        if ((governor & TYPE(BETWEEN)) && is_on_others(finder, noun, predicate, i))
            continue;
        with |= (governor & TYPE(WITH)) != 0;
        mention->joining |= behind && !is_planned(predicate) && (governor & TYPE(WITH)) &&
                            joins_known(finder, i, mention);
        both |= (governor & TYPE(BETWEEN)) != 0;
        both |= (governor & TYPE(OF)) && (!with || is_joined(finder, i));
        slot_governed(finder, &(struct reach){predicate, noun, behind}, i, mention);
    }
    return with && !both;
}
