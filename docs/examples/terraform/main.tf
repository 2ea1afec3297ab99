# CloudWatch and CloudWatch Logs on the emulator. With the emulator running:
#
#   terraform init && terraform apply
#   terraform plan -detailed-exitcode     # exit code 0: nothing to change
#   terraform destroy

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

provider "aws" {
  region     = "us-east-1"
  access_key = "test"
  secret_key = "test"

  # There is no STS and no instance metadata to ask.
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
  skip_requesting_account_id  = true

  endpoints {
    cloudwatch = "http://localhost:4566"
    logs       = "http://localhost:4566"
  }
}

resource "aws_cloudwatch_log_group" "calls" {
  name              = "/contact-center/calls"
  retention_in_days = 7
  tags              = { team = "voice" }
}

resource "aws_cloudwatch_log_stream" "agents" {
  name           = "agents"
  log_group_name = aws_cloudwatch_log_group.calls.name
}

resource "aws_cloudwatch_log_metric_filter" "dropped" {
  name           = "dropped-calls"
  log_group_name = aws_cloudwatch_log_group.calls.name
  pattern        = "DROPPED"

  metric_transformation {
    namespace     = "ContactCenter"
    name          = "DroppedCalls"
    value         = "1"
    default_value = "0"
  }
}

resource "aws_cloudwatch_metric_alarm" "dropped" {
  alarm_name          = "dropped-calls"
  namespace           = "ContactCenter"
  metric_name         = "DroppedCalls"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 2.5
  treat_missing_data  = "notBreaching"
  tags                = { team = "voice" }
}

resource "aws_cloudwatch_composite_alarm" "service" {
  alarm_name = "service"
  alarm_rule = "ALARM(${aws_cloudwatch_metric_alarm.dropped.alarm_name})"
}

resource "aws_cloudwatch_dashboard" "calls" {
  dashboard_name = "calls"
  dashboard_body = jsonencode({ widgets = [] })
}

resource "aws_cloudwatch_query_definition" "dropped" {
  name            = "dropped"
  log_group_names = [aws_cloudwatch_log_group.calls.name]
  query_string    = "fields @timestamp, @message | filter @message like /DROPPED/"
}

resource "aws_cloudwatch_log_resource_policy" "search" {
  policy_name = "search"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Action    = "logs:PutLogEvents"
      Effect    = "Allow"
      Principal = { Service = "es.amazonaws.com" }
      Resource  = "*"
    }]
  })
}
