/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a finder knows of one document, made ready in any thread. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _YcFinderDocument YcFinderDocument;

/**
 * yc_finder_document_new:
 * @kind: what it is: "item", "list", "entry", "replacement", …
 * @id: its id within the kind
 * @title: its title
 * @body: (nullable): its text
 * @tags: (nullable): its other names and tags, one on a line
 * @weight: multiplies the score; 1.0 for most
 *
 * Bytes that are not UTF-8 are replaced. May be called from any thread.
 *
 * Returns: (transfer full): a document, to be given to yc_finder_take() or freed
 */
YcFinderDocument *yc_finder_document_new           (const char       *kind,
                                                    const char       *id,
                                                    const char       *title,
                                                    const char       *body,
                                                    const char       *tags,
                                                    double            weight);

/**
 * yc_finder_document_new_from_json:
 * @kind: the kind of a catalog document
 * @id: its id
 * @json: the document
 *
 * Takes what is searched out of a catalog document. May be called from any thread.
 *
 * Returns: (transfer full) (nullable): %NULL when documents of @kind are not searched, or this one
 *   is not as the catalog's format wants it
 */
YcFinderDocument *yc_finder_document_new_from_json (const char       *kind,
                                                    const char       *id,
                                                    JsonObject       *json);

/**
 * yc_finder_document_new_again:
 * @kind: the kind of a catalog document
 * @id: its id
 * @title: as yc_finder_document_get_title() told
 * @body: as yc_finder_document_get_body() told
 * @tags: as yc_finder_document_dup_tags() told
 *
 * The same as yc_finder_document_new_from_json() made, without reading the JSON again.
 *
 * Returns: (transfer full): a document
 */
YcFinderDocument *yc_finder_document_new_again     (const char       *kind,
                                                    const char       *id,
                                                    const char       *title,
                                                    const char       *body,
                                                    const char       *tags);

void              yc_finder_document_free          (YcFinderDocument *self);

const char       *yc_finder_document_get_title     (YcFinderDocument *self);
const char       *yc_finder_document_get_body      (YcFinderDocument *self);
/* (transfer full): one on a line */
char             *yc_finder_document_dup_tags      (YcFinderDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFinderDocument, yc_finder_document_free)

G_END_DECLS
