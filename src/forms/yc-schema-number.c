/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON numbers compared and divided by value: 1.0 is 1, and 0.3 is three times 0.1. */
#include "yc-schema-names-private.h"
#include "yc-schema-number-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

__extension__ typedef unsigned __int128 Wide;

/* Powers of ten up to this one are doubles, and so are all whole numbers of 15 digits. */
#define MAX_EXACT_POWER 22
#define MAX_QUICK 1e15

/* A number as digits × 10^exponent, which is what its text in the document says. */
typedef struct
{
  guint64 digits;
  int     exponent;
} Decimal;

gboolean
yc_schema_node_is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

gboolean
yc_schema_node_is_number (JsonNode *node)
{
  GType type;

  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  type = json_node_get_value_type (node);
  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE;
}

/* 3.0 is an integer too. */
gboolean
yc_schema_node_is_integer (JsonNode *node)
{
  GType type;
  double number;

  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  type = json_node_get_value_type (node);
  if (type == G_TYPE_INT64)
    return TRUE;
  if (type != G_TYPE_DOUBLE)
    return FALSE;
  number = json_node_get_double (node);
  return isfinite (number) && floor (number) == number;
}

/* @node is a number. */
void
yc_schema_number_read (YcSchemaNumber *self,
                       JsonNode       *node)
{
  self->whole = json_node_get_value_type (node) == G_TYPE_INT64;
  if (self->whole)
    self->integer = json_node_get_int (node);
  else
    self->real = json_node_get_double (node);
}

static long double
get_wide (const YcSchemaNumber *self)
{
  return self->whole ? (long double) self->integer : (long double) self->real;
}

/* Negative, zero or positive like strcmp(). */
int
yc_schema_number_compare (const YcSchemaNumber *a,
                          const YcSchemaNumber *b)
{
  long double x, y;

  if (a->whole && b->whole)
    return (a->integer > b->integer) - (a->integer < b->integer);
  x = get_wide (a);
  y = get_wide (b);
  return (x > y) - (x < y);
}

/* The shortest digits that read back as @number. */
static Decimal
decimal_from_double (double number)
{
  char text[40];
  Decimal decimal = { 0, 0 };
  char *exponent;

  for (int precision = 15; precision <= 17; precision++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%de", precision - 1);
      g_ascii_formatd (text, sizeof text, format, fabs (number));
      if (g_ascii_strtod (text, NULL) == fabs (number))
        break;
    }
  exponent = strchr (text, 'e');
  decimal.exponent = atoi (exponent + 1);
  for (char *c = text; c < exponent; c++)
    {
      if (!g_ascii_isdigit (*c))
        continue;
      decimal.digits = decimal.digits * 10 + (guint64) (*c - '0');
      decimal.exponent -= c == text ? 0 : 1;
    }
  while (decimal.digits != 0 && decimal.digits % 10 == 0)
    {
      decimal.digits /= 10;
      decimal.exponent++;
    }
  return decimal;
}

static Decimal
decimal_from_number (const YcSchemaNumber *number)
{
  Decimal decimal = { 0, 0 };

  if (!number->whole)
    return decimal_from_double (number->real);
  decimal.digits = (guint64) number->integer;
  if (number->integer < 0)
    decimal.digits = 0 - decimal.digits;
  return decimal;
}

/* digits × 10^power mod divisor */
static guint64
modulo (guint64 digits,
        int     power,
        guint64 divisor)
{
  Wide rest = digits % divisor;

  for (; power > 0 && rest != 0; power--)
    rest = rest * 10 % divisor;
  return (guint64) rest;
}

void
yc_schema_divisor_read (YcSchemaDivisor      *self,
                        const YcSchemaNumber *number)
{
  Decimal decimal = decimal_from_number (number);

  self->digits = decimal.digits;
  self->exponent = decimal.exponent;
  self->scale = self->exponent <= 0 && self->exponent >= -MAX_EXACT_POWER ? 1 : 0;
  for (int power = self->exponent; power < 0; power++)
    self->scale *= 10;
}

/*
 * The double nearest to digits × 10^-n is digits ÷ 10^n if both are whole and exact. So @number has
 * no more decimals than the divisor if and only if it is what that division gives; otherwise it is
 * no multiple. Says nothing (%FALSE) where @number is too large for this.
 */
static gboolean
divide_quickly (double                 number,
                const YcSchemaDivisor *divisor,
                gboolean              *multiple)
{
  double scaled = fabs (number) * divisor->scale;
  double digits = nearbyint (scaled);

  if (divisor->scale == 0 || !(scaled < MAX_QUICK))
    return FALSE;
  *multiple = digits / divisor->scale == fabs (number) && (guint64) digits % divisor->digits == 0;
  return TRUE;
}

/* Whether @number is a whole multiple of @divisor, in decimal and not in binary fractions. */
gboolean
yc_schema_number_multiple (const YcSchemaNumber  *number,
                           const YcSchemaDivisor *divisor)
{
  Wide scaled = divisor->digits;
  gboolean multiple;
  Decimal n;

  if (divisor->digits == 0)
    return FALSE;
  if (!number->whole && divide_quickly (number->real, divisor, &multiple))
    return multiple;
  n = decimal_from_number (number);
  if (n.digits == 0)
    return TRUE;
  if (n.exponent >= divisor->exponent)
    return modulo (n.digits, n.exponent - divisor->exponent, divisor->digits) == 0;
  for (int power = divisor->exponent - n.exponent; power > 0; power--)
    {
      scaled *= 10;
      if (scaled > n.digits)
        return FALSE;
    }
  return n.digits % (guint64) scaled == 0;
}

static guint
hash_text (const char *text)
{
  guint64 hash = yc_schema_hash_text (text, strlen (text));

  return (guint) (hash ^ (hash >> 32));
}

static guint
hash_value (JsonNode *node)
{
  YcSchemaNumber value;
  guint64 bits, hash;
  double number;

  if (yc_schema_node_is_string (node))
    return hash_text (json_node_get_string (node));
  if (!yc_schema_node_is_number (node))
    return json_node_get_boolean (node) ? 3 : 5;
  yc_schema_number_read (&value, node);
  number = (double) get_wide (&value) + 0.0;
  memcpy (&bits, &number, sizeof bits);
  hash = yc_schema_hash_mix (17, bits);
  return (guint) (hash ^ (hash >> 32));
}

static guint
hash_object (JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;
  guint hash = json_object_get_size (object);

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &member))
    hash += (guint) yc_schema_hash_mix (hash_text (name), yc_schema_node_hash (member));
  return hash;
}

static guint
hash_array (JsonArray *array)
{
  guint hash = 7;

  for (guint i = 0; i < json_array_get_length (array); i++)
    hash = hash * 33 + yc_schema_node_hash (json_array_get_element (array, i));
  return hash;
}

/* Values that are equal by yc_json_equal() have equal hashes. */
guint
yc_schema_node_hash (JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return hash_object (json_node_get_object (node));
    case JSON_NODE_ARRAY:
      return hash_array (json_node_get_array (node));
    case JSON_NODE_VALUE:
      return hash_value (node);
    case JSON_NODE_NULL:
    default:
      return 11;
    }
}
