/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at what the service knows of a person: who may, how often, at which cases. */
#pragma once

#include "yc-case-record.h"
#include "yc-routes-private.h"

G_BEGIN_DECLS

typedef gboolean (*YcPersonLookFunc) (YcCaseRecord *record,
                                      gpointer      user_data);

/* Counts a look of the caller; FALSE when there were too many. */
gboolean     yc_person_look_allow     (YcCall            *call,
                                       GError           **error);
/* Calls @func for the cases of the person with the ID number and the name in the request's body,
 * newest first. */
gboolean     yc_person_look_each      (YcCall            *call,
                                       YcPersonLookFunc   func,
                                       gpointer           user_data,
                                       GError           **error);
/* Notes the look and what it gave. */
gboolean     yc_person_look_note      (YcCall            *call,
                                       JsonObject        *detail,
                                       GError           **error);
/* Whether the case is of the caller's place or intake. */
gboolean     yc_person_look_is_own    (YcCall            *call,
                                       YcCaseRecord      *record);
/* Whether the caller may be told of the case's certificate. */
gboolean     yc_person_look_may_tell  (YcCall            *call,
                                       YcCaseRecord      *record);
/* (transfer full) (nullable): the catalog's newest document */
JsonObject  *yc_person_look_load      (YcCall            *call,
                                       const char        *kind,
                                       const char        *id);

G_END_DECLS
