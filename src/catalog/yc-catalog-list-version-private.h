/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question list as it is checked: as the city has it, or with what one place changes of it. */
#pragma once

#include "yc-catalog-check-private.h"
#include "yc-list-world.h"
#include "yc-question-list.h"

G_BEGIN_DECLS

/*
 * YcCatalogListVersion:
 * @check: who asks
 * @document: the list or the overlay
 * @id: the list's id
 * @place: (nullable): whose overlay it is
 * @json: the list as it is there
 * @list: (nullable): the same, read; %NULL when it has mistakes, which were told
 */
typedef struct
{
  YcCatalogCheck    *check;
  YcCatalogDocument *document;
  char              *id;
  const char        *place;
  JsonObject        *json;
  YcQuestionList    *list;
} YcCatalogListVersion;

/* (element-type YcCatalogListVersion): all versions of all lists, those of the city first. Overlays that
 * do not fit are told and left out. */
GPtrArray *yc_catalog_list_versions_new (YcCatalogCheck              *check);

/* (transfer full): those that could be read, to be found. */
GHashTable *yc_catalog_list_versions_index (GPtrArray *versions);
/* (nullable): the list as it is at @place (nullable: in the city): as the nearest overlay has made it. */
const YcCatalogListVersion *
           yc_catalog_list_versions_find (GHashTable *index,
                                          const char *id,
                                          const char *place);

/* Whether no mistakes were told of it so far, nor of what it changes: the list of the city and the overlays
 * around its place. */
gboolean   yc_catalog_list_version_is_sound (const YcCatalogListVersion *self);

/* As yc_catalog_check_tell(), at @pointer into the list: of an overlay where it changes that part, else
 * at its beginning. */
void       yc_catalog_list_version_tell (const YcCatalogListVersion  *self,
                                         const char                  *pointer,
                                         const char                  *format,
                                         ...) G_GNUC_PRINTF (3, 4);
void       yc_catalog_list_version_warn (const YcCatalogListVersion  *self,
                                         const char                  *pointer,
                                         const char                  *format,
                                         ...) G_GNUC_PRINTF (3, 4);

/* (transfer full) (element-type GPtrArray of YcCatalogListVersion): for each way in which lists lead to it, a
 * list that is started by itself and those that it and the next include, up to @version. @index: of
 * @versions */
GPtrArray *yc_catalog_list_contexts_new  (const YcCatalogListVersion *version,
                                          GPtrArray                  *versions,
                                          GHashTable                 *index);

/* Goes through all ways to answer it, by itself and in all @contexts, and tells of those that lead nowhere, of
 * what nothing leads to, and of outcomes that contradict each other. */
void       yc_catalog_list_version_prove (const YcCatalogListVersion *self,
                                          const YcListWorld          *world,
                                          GPtrArray                  *contexts);

G_END_DECLS
