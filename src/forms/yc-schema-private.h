/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The internal program of a compiled schema. */
#pragma once

#include "yc-schema-format-private.h"
#include "yc-schema-names-private.h"
#include "yc-schema-number-private.h"
#include "yc-schema-pattern-private.h"
#include "yc-schema-table-private.h"
#include "yc-schema.h"

G_BEGIN_DECLS

/* How deep subschemas may run inside each other before a document counts as too deep. */
#define YC_SCHEMA_MAX_DEPTH 1000

typedef struct _YcSubschema YcSubschema;

/* Bits of `type`. */
typedef enum
{
  YC_SCHEMA_TYPE_NULL = 1 << 0,
  YC_SCHEMA_TYPE_BOOLEAN = 1 << 1,
  YC_SCHEMA_TYPE_INTEGER = 1 << 2,
  YC_SCHEMA_TYPE_NUMBER = 1 << 3,
  YC_SCHEMA_TYPE_STRING = 1 << 4,
  YC_SCHEMA_TYPE_ARRAY = 1 << 5,
  YC_SCHEMA_TYPE_OBJECT = 1 << 6,
} YcSchemaTypes;

#define YC_SCHEMA_TYPES_ANY 0x7f

/* In the order in which they run: cheap ones first, those that need the others' results last. */
typedef enum
{
  YC_SCHEMA_OP_TYPE = 1,
  YC_SCHEMA_OP_CONST,
  YC_SCHEMA_OP_ENUM,
  YC_SCHEMA_OP_MAXIMUM,
  YC_SCHEMA_OP_EXCLUSIVE_MAXIMUM,
  YC_SCHEMA_OP_MINIMUM,
  YC_SCHEMA_OP_EXCLUSIVE_MINIMUM,
  YC_SCHEMA_OP_MULTIPLE_OF,
  YC_SCHEMA_OP_MONEY,             /* the one format of numbers */
  YC_SCHEMA_OP_MAX_LENGTH,
  YC_SCHEMA_OP_MIN_LENGTH,
  YC_SCHEMA_OP_PATTERN,
  YC_SCHEMA_OP_FORMAT,
  YC_SCHEMA_OP_MAX_ITEMS,
  YC_SCHEMA_OP_MIN_ITEMS,
  YC_SCHEMA_OP_UNIQUE_ITEMS,
  YC_SCHEMA_OP_MAX_PROPERTIES,
  YC_SCHEMA_OP_MIN_PROPERTIES,
  YC_SCHEMA_OP_REQUIRED,
  YC_SCHEMA_OP_DEPENDENT_REQUIRED,
  YC_SCHEMA_OP_PROPERTY_NAMES,
  YC_SCHEMA_OP_PROPERTIES,
  YC_SCHEMA_OP_ITEMS,
  YC_SCHEMA_OP_CONTAINS,
  YC_SCHEMA_OP_DEPENDENT_SCHEMAS,
  YC_SCHEMA_OP_REF,
  YC_SCHEMA_OP_DYNAMIC_REF,
  YC_SCHEMA_OP_ALL_OF,
  YC_SCHEMA_OP_ANY_OF,
  YC_SCHEMA_OP_ONE_OF,
  YC_SCHEMA_OP_NOT,
  YC_SCHEMA_OP_IF,
  YC_SCHEMA_OP_UNEVALUATED_ITEMS,
  YC_SCHEMA_OP_UNEVALUATED_PROPERTIES,
} YcSchemaOpKind;

/* A name with what holds for it. */
typedef struct
{
  const char      *name;
  YcSchemaPattern *pattern;   /* of patternProperties */
  YcSubschema     *schema;    /* or */
  GStrv            names;     /* of dependentRequired */
  gboolean         required;  /* of properties: the object must have it */
} YcSchemaMember;

typedef struct
{
  YcSchemaOpKind   kind;
  const char      *keyword;
  YcSchemaTypes    applies;       /* to values of these types; the others it passes */
  JsonNode        *value;         /* the keyword's value in the document */
  YcSubschema     *schema;        /* the one subschema; `items`, additionalProperties */
  YcSubschema    **list;          /* allOf, anyOf, oneOf, prefixItems; then/else of IF */
  guint            n_list;
  YcSchemaMember  *members;       /* properties, dependent… */
  guint            n_members;
  guint            n_required;    /* of the members of properties */
  YcSchemaMember  *patterns;      /* patternProperties */
  guint            n_patterns;
  YcSchemaNames   *by_name;       /* properties by name; the texts of a long enum, and of
                                     a oneOf or anyOf with one text by branch */
  GStrv            names;         /* required */
  const char     **texts;         /* borrowed, NULL at the end: those of const and enum; of
                                     required, the names that are not among the properties */
  gboolean         only_texts;    /* a const or enum of nothing else */
  YcSchemaPattern *pattern;
  YcSchemaFormat   format;
  guint64          limit;         /* lengths and counts; minContains of CONTAINS */
  guint64          limit_max;     /* maxContains */
  YcSchemaTypes    types;
  YcSchemaNumber   number;        /* a bound */
  YcSchemaDivisor  divisor;       /* multipleOf */
  const char      *item_keywords[2];  /* prefixItems and items, or their older names */
  const char      *anchor;        /* of a $dynamicRef that is truly dynamic */
} YcSchemaOp;

/* A resource's dynamic anchors, compiled. */
typedef struct
{
  YcSchemaResource *resource;
  GHashTable       *dynamic;      /* anchor → YcSubschema */
  gboolean          validates;    /* its meta-schema has the validation vocabulary */
  gboolean          formats;      /* `format` is asserted */
} YcSchemaScope;

struct _YcSubschema
{
  JsonNode      *node;
  char          *base;            /* URI with a JSON Pointer, or */
  YcSubschema   *parent;          /* below this one's: */
  const char    *keyword;
  const char    *name;            /* nullable: of a member below the keyword, or */
  int            index;           /* of an element, -1 if there is none */
  YcSchemaScope *scope;
  YcSchemaOp    *ops;
  guint          n_ops;
  gboolean       never;           /* the schema `false` */
  gboolean       leaf;            /* has no subschemas */
  gboolean       collects;        /* has unevaluated… and so needs to know what was evaluated */
  const char    *message;         /* the author's own words, `x-message` */
};

struct _YcSchema
{
  gatomicrefcount  ref_count;
  YcSchemaTable   *table;
  YcSubschema     *root;
  GHashTable      *subschemas;    /* JsonNode → YcSubschema */
  GHashTable      *scopes;        /* YcSchemaResource → YcSchemaScope */
  YcSchemaRegistry *registry;     /* keeps the documents referred to alive */
};

/* Where it is: URI with a JSON Pointer. */
char    *yc_subschema_dup_location (const YcSubschema *self);

/* The tokens of a JSON Pointer, unescaped. */
GStrv    yc_schema_split_pointer   (const char *pointer);

gboolean yc_schema_build (YcSchema          *self,
                          const char        *uri,
                          YcSchemaRegistry  *registry,
                          GError           **error);

/* Adds a problem; takes the locations. @value is the keyword's value, @name the member that is
 * missing or too many, @words the schema author's own. */
void     yc_schema_report_take    (YcSchemaReport       *self,
                                   const char           *keyword,
                                   char                 *keyword_location,
                                   char                 *instance_location,
                                   JsonNode             *value,
                                   const char           *name,
                                   const char           *words);
gboolean yc_schema_report_is_full (const YcSchemaReport *self);
gboolean yc_schema_report_wants_branches (const YcSchemaReport *self);
guint    yc_schema_report_mark           (const YcSchemaReport *self);
void     yc_schema_report_take_back      (YcSchemaReport       *self,
                                          guint                 mark);
void     yc_schema_report_keep           (YcSchemaReport       *self,
                                          YcSchema             *schema);
void     yc_schema_report_set_schema     (YcSchemaReport       *self,
                                          const YcSubschema    *schema,
                                          const YcSubschema    *root);

/* For bringing a report up to date. */
gboolean yc_schema_report_is_cut      (const YcSchemaReport *self);
void     yc_schema_report_begin       (YcSchemaReport       *self);
void     yc_schema_report_set_n_steps (YcSchemaReport       *self,
                                       guint64               n_steps);
void     yc_schema_report_remove      (YcSchemaReport       *self,
                                       const char           *keyword_location,
                                       const char           *instance_location,
                                       GPtrArray            *changed);
void     yc_schema_report_add_changed (const YcSchemaReport *self,
                                       GPtrArray            *changed);

G_END_DECLS
