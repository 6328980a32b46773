/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How districts, towns and villages change a question list of the city (镇街版): each what those around it
 * made of the list. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * yc_question_overlay_check:
 * @overlay: an overlay as in the catalog
 * @error: return location for an error
 *
 * Returns: %FALSE with %YC_CORE_ERROR_CATALOG when it has not an overlay's shape
 */
gboolean    yc_question_overlay_check     (JsonObject  *overlay,
                                           GError     **error);

/**
 * yc_question_overlay_split_id:
 * @id: "LIST@PLACE"
 * @list: (out) (transfer full) (optional): the list's id
 *
 * Returns: (nullable): the place's code, within @id; %NULL when @id has not that form
 */
const char *yc_question_overlay_split_id  (const char  *id,
                                           char       **list);

/**
 * yc_question_overlay_apply:
 * @overlay: an overlay that yc_question_overlay_check() is content with
 * @list: the list of the city, neither changed nor kept
 * @error: return location for an error
 *
 * Changes by id (conditions by name, includes by list): what the list has is merged member by
 * member, null takes one out, "remove" all of it; what it does not have is added behind what
 * "behind" names, or at the end. What comes out need not be a good list.
 *
 * Returns: (transfer full): the list as it is there, or %NULL with %YC_CORE_ERROR_CATALOG when
 *   something is to be removed, or to stand behind something, that is not there
 */
JsonObject *yc_question_overlay_apply     (JsonObject  *overlay,
                                           JsonObject  *list,
                                           GError     **error);

/**
 * YcQuestionOverlayFind:
 * @id: "LIST@PLACE"
 * @user_data: the caller's
 *
 * Returns: (transfer none) (nullable): the overlay of that id
 */
typedef JsonObject *(*YcQuestionOverlayFind) (const char *id,
                                              gpointer    user_data);

/**
 * yc_question_overlay_find_all:
 * @list: a list's id
 * @place: (nullable): a place's code
 * @find: finds an overlay
 * @user_data: for @find
 *
 * Returns: (transfer full) (element-type JsonObject): the overlays of the place and of those around it,
 *   in the order in which they are to be applied: the nearest last, so that it has the last word
 */
GPtrArray  *yc_question_overlay_find_all  (const char            *list,
                                           const char            *place,
                                           YcQuestionOverlayFind  find,
                                           gpointer               user_data);

/**
 * yc_question_overlay_apply_all:
 * @overlays: (element-type JsonObject): what yc_question_overlay_find_all() found
 * @list: the list of the city, neither changed nor kept
 * @error: return location for an error
 *
 * Applies them one after the other: what an overlay says by id, it says of what those before it left.
 *
 * Returns: (transfer full): the list as it is there, or %NULL with %YC_CORE_ERROR_CATALOG as soon as one
 *   does not fit
 */
JsonObject *yc_question_overlay_apply_all (GPtrArray   *overlays,
                                           JsonObject  *list,
                                           GError     **error);

G_END_DECLS
