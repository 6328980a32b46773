/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the city has published, as the desk or the service holds it. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "yc-item.h"
#include "yc-knowledge-entry.h"
#include "yc-question-list.h"
#include "yc-replacement.h"
#include "yc-return-reason.h"

G_BEGIN_DECLS

#define YC_TYPE_CATALOG (yc_catalog_get_type ())

G_DECLARE_FINAL_TYPE (YcCatalog, yc_catalog, YC, CATALOG, GObject)

/**
 * yc_catalog_new:
 *
 * Makes an empty catalog. It belongs to one thread. Signal "changed" (kind, id) follows every
 * change of one document.
 *
 * Returns: (transfer full): a catalog
 */
YcCatalog *yc_catalog_new (void);

/* (nullable): the kinds of documents by their words on the wire, from 0; NULL behind the last */
const char *yc_catalog_get_kind (guint index);

/**
 * yc_catalog_apply:
 * @self: a catalog
 * @kind: one of yc_catalog_get_kind(): "item", "list", "overlay", "entry", "form", "template",
 *   "reason", "replacement", "place" or "division"
 * @id: the document's id (for items and places, its code)
 * @body: (nullable): the document, referenced and not to be changed any more; %NULL when it was
 *   removed
 * @error: return location for an error
 *
 * Puts one document in the place of the one with the same kind and id. Documents may come in any
 * order: what one says of another is looked up when it is asked for. Removing what is not there
 * is no error.
 *
 * Returns: %FALSE with %YC_CORE_ERROR_CATALOG, nothing changed, when the kind is unknown or
 *   @body is not as the catalog's format wants it
 */
gboolean yc_catalog_apply (YcCatalog *self,
                           const char *kind,
                           const char *id,
                           JsonNode *body,
                           GError **error);

/**
 * yc_catalog_apply_text:
 * @self: a catalog
 * @kind: as in yc_catalog_apply()
 * @id: the document's id
 * @text: (transfer full): the document as JSON, which yc_catalog_accepts() took before it was put
 *   away
 * @error: return location for an error
 *
 * As yc_catalog_apply(), for what this desk has kept. Items and knowledge entries, of which there
 * are thousands, are read only when they are asked for.
 *
 * Returns: %FALSE with %YC_CORE_ERROR_CATALOG or %YC_CORE_ERROR_JSON, nothing changed
 */
gboolean yc_catalog_apply_text (YcCatalog *self,
                                const char *kind,
                                const char *id,
                                char *text,
                                GError **error);

/**
 * yc_catalog_apply_entry_name:
 * @self: a catalog
 * @id: the id of a knowledge entry that yc_catalog_accepts() took before it was put away
 * @words: the ids of the items and lists that it speaks of, and perhaps more, anyhow separated
 *
 * As yc_catalog_apply(), for an entry whose text stays where it is kept until it is asked for. Such
 * entries are brought by yc_catalog_bring_entries_async(), and let go again when many others were
 * brought and nobody holds a reference.
 */
void yc_catalog_apply_entry_name (YcCatalog *self,
                                  const char *id,
                                  const char *words);

/**
 * YcCatalogFetchTexts:
 * @kind: a kind of document
 * @ids: ids of such documents
 * @task: (transfer full): to be given a #GPtrArray (element-type utf8) (nullable elements) of the
 *   documents as JSON, in the order of @ids, or an error
 * @user_data: data
 *
 * Fetches documents from where they are kept, in a thread of its own.
 */
typedef void (*YcCatalogFetchTexts) (const char *kind,
                                     const char *const *ids,
                                     GTask *task,
                                     gpointer user_data);

/**
 * yc_catalog_set_fetch:
 * @self: a catalog
 * @fetch: (nullable): fetches the texts of entries known by yc_catalog_apply_entry_name()
 * @user_data: (nullable): for @fetch
 */
void yc_catalog_set_fetch (YcCatalog *self,
                           YcCatalogFetchTexts fetch,
                           gpointer user_data);

/**
 * yc_catalog_has_entries:
 * @self: a catalog
 * @ids: ids of knowledge entries
 *
 * Returns: whether those of them that there are need not be brought
 */
gboolean yc_catalog_has_entries (YcCatalog *self,
                                 const char *const *ids);

/**
 * yc_catalog_bring_entries_async:
 * @self: a catalog
 * @ids: ids of knowledge entries
 * @cancellable: (nullable): a cancellable
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Brings entries from where they are kept, so that yc_catalog_get_entry() gives them, and
 * yc_catalog_entries_for_item(): for sure only within @callback.
 */
void yc_catalog_bring_entries_async (YcCatalog *self,
                                     const char *const *ids,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/**
 * yc_catalog_bring_entries_finish:
 * @self: a catalog
 * @result: a result
 * @error: return location for an error
 *
 * Returns: %FALSE when they cannot be had
 */
gboolean yc_catalog_bring_entries_finish (YcCatalog *self,
                                          GAsyncResult *result,
                                          GError **error);

/**
 * yc_catalog_dup_entries_about:
 * @self: a catalog
 * @id: the id of an item or a list
 *
 * Returns: (transfer full): ids of all knowledge entries about it, and perhaps of some others
 */
char **yc_catalog_dup_entries_about (YcCatalog *self,
                                     const char *id);

/**
 * yc_catalog_accepts:
 * @kind: as in yc_catalog_apply()
 * @id: the document's id
 * @body: the document
 * @error: return location for an error
 *
 * Tells whether yc_catalog_apply() would take a document. May be called from any thread.
 *
 * Returns: %FALSE with %YC_CORE_ERROR_CATALOG when it would not
 */
gboolean yc_catalog_accepts (const char *kind,
                           const char *id,
                           JsonNode *body,
                           GError **error);

/**
 * yc_catalog_clear:
 * @self: a catalog
 *
 * Removes every document, and sets the version to 0.
 */
void yc_catalog_clear (YcCatalog *self);

/**
 * yc_catalog_get_version:
 * @self: a catalog
 *
 * Returns: the version that was set last, 0 at first
 */
gint64 yc_catalog_get_version (YcCatalog *self);

/**
 * yc_catalog_set_version:
 * @self: a catalog
 * @version: the version that the documents applied so far make up
 *
 * Sets the property "version".
 */
void yc_catalog_set_version (YcCatalog *self,
                             gint64  version);

/**
 * yc_catalog_set_place:
 * @self: a catalog
 * @place: (nullable): the code of the place where the catalog is used
 *
 * From then on the lists are as they are there: with the overlay (镇街版) of that place or, if it has
 * none, of the nearest place around it.
 */
void yc_catalog_set_place (YcCatalog *self,
                           const char *place);

/**
 * yc_catalog_dup_place_path:
 * @self: a catalog
 *
 * Returns: (transfer full): codes of the place of yc_catalog_set_place() and of those above it, from
 *   the top down, each ended by a slash; "" when there is none
 */
char *yc_catalog_dup_place_path (YcCatalog *self);

/**
 * yc_catalog_get_item:
 * @self: a catalog
 * @code: (nullable): an item's code
 *
 * Returns: (transfer none) (nullable): the item
 */
YcItem *yc_catalog_get_item (YcCatalog *self,
                             const char *code);

/**
 * yc_catalog_get_list:
 * @self: a catalog
 * @id: (nullable): a list's id
 *
 * Returns: (transfer none) (nullable): the question list
 */
YcQuestionList *yc_catalog_get_list (YcCatalog *self,
                                     const char *id);

/**
 * yc_catalog_get_entry:
 * @self: a catalog
 * @id: (nullable): an entry's id
 *
 * Returns: (transfer none) (nullable): the entry; %NULL too while it is kept elsewhere: see
 *   yc_catalog_bring_entries_async()
 */
YcKnowledgeEntry *yc_catalog_get_entry (YcCatalog *self,
                                        const char *id);

/**
 * yc_catalog_get_replacement:
 * @self: a catalog
 * @id: (nullable): a replacement's id
 *
 * Returns: (transfer none) (nullable): the replacement
 */
YcReplacement *yc_catalog_get_replacement (YcCatalog *self,
                                           const char *id);

/**
 * yc_catalog_get_reason:
 * @self: a catalog
 * @id: (nullable): a reason's id
 *
 * Returns: (transfer none) (nullable): the return reason
 */
YcReturnReason *yc_catalog_get_reason (YcCatalog *self,
                                       const char *id);

/**
 * yc_catalog_get_form:
 * @self: a catalog
 * @id: (nullable): a form's id
 *
 * Returns: (transfer none) (nullable): {"id","schema","layout"}
 */
JsonObject *yc_catalog_get_form (YcCatalog *self,
                                 const char *id);

/**
 * yc_catalog_get_template:
 * @self: a catalog
 * @id: (nullable): a template's id
 *
 * Returns: (transfer none) (nullable): the certificate template
 */
JsonObject *yc_catalog_get_template (YcCatalog *self,
                                     const char *id);

/**
 * yc_catalog_get_place:
 * @self: a catalog
 * @code: (nullable): a place's code
 *
 * Returns: (transfer none) (nullable): {"code","name","level","parent","seal"}
 */
JsonObject *yc_catalog_get_place (YcCatalog *self,
                                  const char *code);

/**
 * yc_catalog_get_place_name:
 * @self: a catalog
 * @code: (nullable): a place's code
 *
 * Returns: (transfer none) (nullable): the place's name, or @code itself when the place is
 *   unknown
 */
const char *yc_catalog_get_place_name (YcCatalog *self,
                                       const char *code);

/**
 * yc_catalog_get_division:
 * @self: a catalog
 * @code: (nullable): a province's code
 *
 * Returns: (transfer none) (nullable): {"code","name","children":[…]}, a tree of the same
 */
JsonObject *yc_catalog_get_division (YcCatalog *self,
                                     const char *code);

/**
 * yc_catalog_get_items:
 * @self: a catalog
 *
 * Returns: (transfer none): a live list of #YcItem by code
 */
GListModel *yc_catalog_get_items (YcCatalog *self);

/**
 * yc_catalog_get_lists:
 * @self: a catalog
 *
 * Returns: (transfer none): a live list of #YcQuestionList by id
 */
GListModel *yc_catalog_get_lists (YcCatalog *self);

/**
 * yc_catalog_get_entries:
 * @self: a catalog
 *
 * Returns: (transfer none): a live list of #YcKnowledgeEntry by id
 */
GListModel *yc_catalog_get_entries (YcCatalog *self);

/**
 * yc_catalog_get_replacements:
 * @self: a catalog
 *
 * Returns: (transfer none): a live list of #YcReplacement by id
 */
GListModel *yc_catalog_get_replacements (YcCatalog *self);

/**
 * yc_catalog_dup_ids:
 * @self: a catalog
 * @kind: a kind of document
 *
 * Returns: (transfer full) (element-type utf8): the ids of all documents of that kind, sorted
 */
GPtrArray *yc_catalog_dup_ids (YcCatalog *self,
                               const char *kind);

/**
 * yc_catalog_entries_for_item:
 * @self: a catalog
 * @code: an item's code
 *
 * Returns: (transfer full): the knowledge entries about that item which are here, a list of
 *   #YcKnowledgeEntry that does not follow later changes
 */
GListModel *yc_catalog_entries_for_item (YcCatalog *self,
                                         const char *code);

/**
 * yc_catalog_entries_for_list:
 * @self: a catalog
 * @id: a question list's id
 *
 * Returns: (transfer full): the knowledge entries about that question list which are here, a list
 *   of #YcKnowledgeEntry that does not follow later changes
 */
GListModel *yc_catalog_entries_for_list (YcCatalog *self,
                                         const char *id);

/**
 * yc_catalog_items_asking_for:
 * @self: a catalog
 * @title: the title of a material
 *
 * Returns: (transfer full): the items that ask for it, by code, a list of #YcItem that does not follow
 *   later changes
 */
GListModel *yc_catalog_items_asking_for (YcCatalog *self,
                                         const char *title);

/**
 * yc_catalog_reasons_for_item:
 * @self: a catalog
 * @code: an item's code
 *
 * Returns: (transfer full): the return reasons that the item names, in its order, a list of
 *   #YcReturnReason that does not follow later changes
 */
GListModel *yc_catalog_reasons_for_item (YcCatalog *self,
                                         const char *code);

/**
 * yc_catalog_dup_place_words:
 * @self: a catalog
 * @code: (nullable): the code of a place
 *
 * Returns: (transfer full): the names from the top down without spaces, such as "黄江镇北岸社区"; "" for
 *   a place that is not known
 */
char *yc_catalog_dup_place_words (YcCatalog *self,
                                  const char *code);

G_END_DECLS
