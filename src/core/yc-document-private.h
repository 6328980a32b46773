/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks the shape of catalog documents, which come from outside. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  YC_MEMBER_STRING = 1,
  YC_MEMBER_STRINGS,
  YC_MEMBER_BOOLEAN,
  YC_MEMBER_WHOLE,
  YC_MEMBER_NUMBER,
  YC_MEMBER_OBJECT,
  YC_MEMBER_OBJECTS,
} YcMemberType;

/* A member that may be missing or null unless it is required; a required string is not empty. */
typedef struct
{
  const char   *name;
  YcMemberType  type;
  gboolean      required;
} YcMember;

/* FALSE with YC_CORE_ERROR_CATALOG, the message beginning with the JSON Pointer of the member. */
gboolean yc_document_check (JsonObject      *json,
                            const YcMember  *members,
                            guint            n_members,
                            GError         **error);

/* Fills @error likewise for one member; returns FALSE. */
gboolean yc_document_fail  (GError         **error,
                            const char      *name,
                            const char      *message);

G_END_DECLS
