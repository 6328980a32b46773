/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The citizen opposite the clerk, as far as typed. */
#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

#include "yc-id-number.h"

G_BEGIN_DECLS

#define YC_TYPE_CITIZEN (yc_citizen_get_type ())

G_DECLARE_FINAL_TYPE (YcCitizen, yc_citizen, YC, CITIZEN, GObject)

/* Read-write text properties, "" when empty, never NULL: "name", "id-number", "mobile",
 * "address", "email". Read-only, derived, notified: "id-number-error" (text or NULL), "birth"
 * ("YYYY-MM-DD" or NULL), "age" (uint), "sex" (int, a YcSex, 0 for unknown), "sex-title" (text or
 * NULL), "masked-name", "masked-id-number", "masked-mobile", "complete" (boolean), "empty"
 * (boolean). Signal "changed" after any text changed. */

YcCitizen   *yc_citizen_new                 (void);

const char  *yc_citizen_get_name            (YcCitizen   *self);
void         yc_citizen_set_name            (YcCitizen   *self,
                                             const char  *name);
const char  *yc_citizen_get_id_number       (YcCitizen   *self);
/* Kept as typed; the derived properties follow its trimmed, upper-case form. */
void         yc_citizen_set_id_number       (YcCitizen   *self,
                                             const char  *id_number);
const char  *yc_citizen_get_mobile          (YcCitizen   *self);
void         yc_citizen_set_mobile          (YcCitizen   *self,
                                             const char  *mobile);
const char  *yc_citizen_get_address         (YcCitizen   *self);
void         yc_citizen_set_address         (YcCitizen   *self,
                                             const char  *address);
const char  *yc_citizen_get_email           (YcCitizen   *self);
void         yc_citizen_set_email           (YcCitizen   *self,
                                             const char  *email);

/**
 * yc_citizen_get_id_number_error:
 * @self: a citizen
 *
 * Returns: (nullable): translated, what is wrong with the ID number; %NULL when it is right or
 *   empty. While less than 18 characters are typed this says that it is too short: show it when
 *   the field is left
 */
const char  *yc_citizen_get_id_number_error (YcCitizen   *self);
/* (nullable): "YYYY-MM-DD" from a right ID number */
const char  *yc_citizen_get_birth           (YcCitizen   *self);
/* Full years today; 0 when unknown. */
guint        yc_citizen_get_age             (YcCitizen   *self);
/* 0 when unknown. */
YcSex        yc_citizen_get_sex             (YcCitizen   *self);
/* (nullable): translated */
const char  *yc_citizen_get_sex_title       (YcCitizen   *self);
const char  *yc_citizen_get_masked_name     (YcCitizen   *self);
const char  *yc_citizen_get_masked_id_number (YcCitizen  *self);
const char  *yc_citizen_get_masked_mobile   (YcCitizen   *self);
/* Whether a case can be sent for this person: a name and a right ID number. */
gboolean     yc_citizen_get_complete        (YcCitizen   *self);
gboolean     yc_citizen_get_empty           (YcCitizen   *self);

/* (transfer full): {"name","id_number","mobile","address","email"}; the ID number normalised. */
JsonObject  *yc_citizen_to_json             (YcCitizen   *self);
/* Members that are missing become "". */
void         yc_citizen_load_json           (YcCitizen   *self,
                                             JsonObject  *json);

G_END_DECLS
