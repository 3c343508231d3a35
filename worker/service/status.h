/*
 * meeting/clause/status.h -- the status page of this instance: how it is, for people.
 *
 *     GET /             the page: page/index.html, with its style sheets and its script
 *     GET /status.json  what its charts and lists show: struct vitals
 *     GET /recent       the latest articles with meetings, as `extract --output html` shows them
 *
 * Whatever an article says stands in it as text.  The policy below lets in nothing but the page's
 * own files, so that a mistake in that would still run no script.
 */
#ifndef SERVICE_STATUS_H
#define SERVICE_STATUS_H

#include "service/http.h"

/* Headers of every route of the page. */
extern const struct http_header STATUS_HEADERS[];

/* A route whose self is the name of a file of page/. */
void status_file(const void *name, struct http_reply *reply);

/* The style sheet of the articles; self is nothing. */
void status_style(const void *self, struct http_reply *reply);

/* Routes whose self is a struct vitals. */
void status_figures(const void *vitals, struct http_reply *reply);
void status_recent(const void *vitals, struct http_reply *reply);

#endif
